import type { RxReplicationState } from 'rxdb/plugins/replication';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import type { Result } from '../../shared/core/result.ts';
import type { RecordImage } from '../data/record-image.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { writeRecords } from '../data/storage-access.ts';
import { LOCAL_WRITE } from '../data/whole-writes.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CheckApi } from './check-api.ts';
import type { DatabaseCheck } from './check-database.ts';
import { checkDatabase } from './check-database.ts';
import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import { DatabaseBell } from './database-bell.ts';
import { DatabasePull } from './database-pull.ts';
import { DatabasePush } from './database-push.ts';
import { LeftBehind } from './left-behind.ts';
import { OvertakenRecords } from './overtaken-records.ts';
import { PassedOver } from './passed-over.ts';
import { PatientLine } from './patient-line.ts';
import type { Checkpoint } from './pull-changes.ts';
import { PushMemory } from './push-memory.ts';
import type { PushOutcome } from './push-records.ts';
import { PushTargets } from './push-targets.ts';
import type { Surroundings } from './surroundings.ts';

const PULL_BATCH = 100;
const PUSH_BATCH = 25;
/** The pauses are ours (`patient-line.ts`): when a handler fails, its pause is over. */
const RETRY_MS = 1;
const LONGEST_STOP_MS = 2_000;

export interface DatabaseReplication {
  readonly state: RxReplicationState<AnyRecord, Checkpoint>;
  /** Looks for changes at once. */
  syncNow(): void;
  /** Compares this copy with the server's and mends it. */
  check(api: CheckApi): Promise<Result<DatabaseCheck>>;
  /** The server's state of records, from where they are sent to. */
  readonly read: (records: readonly AnyRecord[]) => Promise<readonly AnyRecord[]>;
  stop(): Promise<void>;
}

export interface ReplicateOptions {
  readonly name: string;
  readonly collection: RecordCollection;
  readonly image: RecordImage;
  readonly http: CouchHttp;
  readonly around: Pick<Surroundings, 'timers' | 'random'>;
  /** Where records of the coordinator's network copy are sent: to the book they belong to; `http` itself when absent. */
  readonly pushHttp?: (record: AnyRecord) => CouchHttp;
  /** False for databases this account only reads. */
  readonly isWritable: boolean;
  /**
   * `bell`: a long-poll tells of changes. `poll`: a look every minute (fewer connections; six are all a browser has). A
   * function resolves when an answer about another database told of changes: nobody asks for this one.
   */
  readonly live: 'bell' | 'poll' | (() => Promise<void>);
  /** True while the line is spared: a look every quarter of an hour whatever `live` says. */
  readonly isMetered?: () => boolean;
  readonly outcome: PushOutcome;
  readonly onError: (error: SyncError) => void;
  /** Called whenever a pull found nothing more pending. */
  readonly onPulled: () => void;
}

/** Replicates one collection with one CouchDB database through our own handlers (why: docs/decisions/0004). */
export function replicateDatabase(options: ReplicateOptions): DatabaseReplication {
  const { http, collection, image, isWritable, isMetered = () => false } = options;
  const memory = new PushMemory();
  const line = new PatientLine(options.around, (error) => {
    if (error instanceof SyncError) options.onError(error);
  });
  const targets = new PushTargets(options.pushHttp ?? (() => http));
  // What is pushed to a book comes into the network's copy a moment later.
  const overtaken = new OvertakenRecords(options.pushHttp === undefined ? 0 : 2);
  const passed = new PassedOver();
  const { onPulled } = options;
  const pull = new DatabasePull({ http, memory, line, image, overtaken, passed, isPushing, onPulled });
  const bell = new DatabaseBell({ http, line, live: options.live, isMetered, sequence: () => pull.sequence });
  const { outcome } = options;
  const push = new DatabasePush({ http, memory, line, targets, outcome, pull, hasBell: bell.isListening, look });
  const state = replicateRxCollection<AnyRecord, Checkpoint>({
    replicationIdentifier: `sillon-${options.name}`,
    collection,
    live: true,
    retryTime: RETRY_MS,
    waitForLeadership: true,
    toggleOnDocumentVisible: false,
    pull: { batchSize: PULL_BATCH, handler: pull.handle },
    ...(isWritable && {
      push: { batchSize: PUSH_BATCH, handler: (rows) => push.handle(rows.map((row) => row.newDocumentState)) },
    }),
  });
  const left = new LeftBehind(collection, image, push.hasHandled);
  const writes = collection.eventBulks$.subscribe((bulk) => {
    left.note(bulk);
    // What a person writes is worth a try at once.
    if (bulk.context === LOCAL_WRITE && line.isFailing) line.wake();
  });
  void goLive();

  function look(): void {
    state.reSync();
  }

  async function lookNow(): Promise<void> {
    state.reSync();
    await state.awaitInSync();
  }

  function isPushing(): boolean {
    return isWritable && state.internalReplicationState?.events.active.up.getValue() !== false;
  }

  async function goLive(): Promise<void> {
    await state.startPromise;
    await state.awaitInitialReplication();
    if (isWritable) void watchWhatStays();
    await bell.ring({ isStopped: () => state.isStopped(), look: lookNow });
  }

  /** Sends and brings what RxDB left. When the store is closed meanwhile, the next start looks again. */
  async function watchWhatStays(): Promise<void> {
    await left.resendAll().catch(() => undefined);
    writes.add(
      state.active$.subscribe((isActive) => {
        if (isActive) return;
        void left.resendWritten().catch(() => undefined);
        void bringPassedOver().catch(() => undefined);
      }),
    );
  }

  async function bringPassedOver(): Promise<void> {
    if (await passed.ready(collection, image)) look();
  }

  return {
    state,
    syncNow() {
      line.askAgain();
      state.reSync();
    },
    check: (api) =>
      checkDatabase(api, http, collection, {
        take: (documents) => pull.bringBesides(documents, lookNow),
        resend: (records) => resend(collection, records),
      }),
    read: targets.read,
    async stop() {
      line.end();
      http.abortAll();
      writes.unsubscribe();
      // What waits for a full disk to have room holds nobody up who closes.
      const enough = new Promise<void>((resolve) => options.around.timers.after(LONGEST_STOP_MS, resolve));
      await Promise.race([state.cancel(), enough]);
    },
  };
}

/** Marks records as never sent, which hands them to the push. Throws when the store refuses. */
async function resend(collection: RecordCollection, records: readonly AnyRecord[]): Promise<void> {
  const writes = records.map((record) => ({ before: record, after: { ...record, rev: '' } }));
  const done = await writeRecords(collection, writes);
  if (!done.ok) throw new Error(done.error.code);
}
