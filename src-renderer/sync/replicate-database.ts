import type { RxReplicationState } from 'rxdb/plugins/replication';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import type { Result } from '../../shared/core/result.ts';
import type { RecordImage } from '../data/record-image.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { LOCAL_WRITE, writeRecords } from '../data/storage-access.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CheckApi } from './check-api.ts';
import type { DatabaseCheck } from './check-database.ts';
import { checkDatabase } from './check-database.ts';
import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import type { Checkpoint } from './pull-changes.ts';
import { findMovedOn } from './find-moved-on.ts';
import { resendLeftBehind } from './left-behind.ts';
import { OvertakenRecords } from './overtaken-records.ts';
import { PatientLine } from './patient-line.ts';
import { pullChanges, readDocuments } from './pull-changes.ts';
import { PushMemory } from './push-memory.ts';
import type { PushOutcome } from './push-records.ts';
import { pushRecords } from './push-records.ts';
import type { Surroundings } from './surroundings.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire } from './wire-record.ts';

const PULL_BATCH = 100;
const PUSH_BATCH = 25;
/** The pauses are ours (`patient-line.ts`): when a handler fails, its pause is over. */
const RETRY_MS = 1;
const BELL_WAIT_MS = 50_000;
const BELL_TIMEOUT_MS = BELL_WAIT_MS + 60_000;
const POLL_MS = 60_000;
const METERED_POLL_MS = 15 * 60_000;

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
  /** `bell`: a long-poll tells of changes. `poll`: a look every minute (fewer connections; six are all a browser has). */
  readonly live: 'bell' | 'poll';
  /** True while the line is spared: a look every quarter of an hour whatever `live` says. */
  readonly isMetered?: () => boolean;
  readonly outcome: PushOutcome;
  readonly onError: (error: SyncError) => void;
  /** Called whenever a pull found nothing more pending. */
  readonly onPulled: () => void;
}

/** Replicates one collection with one CouchDB database through our own handlers (why: docs/decisions/0004). */
export function replicateDatabase(options: ReplicateOptions): DatabaseReplication {
  const { http, collection, image } = options;
  const memory = new PushMemory();
  const line = new PatientLine(options.around, (error) => {
    if (error instanceof SyncError) options.onError(error);
  });
  // What is pushed to a book comes into the network's copy a moment later.
  const overtaken = new OvertakenRecords(options.pushHttp === undefined ? 0 : 2);
  /** What the next pull hands over although the feed does not bring it. */
  let besides: ReplicatedRecord[] = [];
  let sequence = '0';
  /** Newest edits of what the push had in this session. */
  const handled = new Set<string>();
  let pullsStarted = 0;
  let pullsUnderWay = 0;
  const state = replicateRxCollection<AnyRecord, Checkpoint>({
    replicationIdentifier: `sillon-${options.name}`,
    collection,
    live: true,
    retryTime: RETRY_MS,
    waitForLeadership: true,
    toggleOnDocumentVisible: false,
    pull: {
      batchSize: PULL_BATCH,
      async handler(checkpoint, limit) {
        pullsStarted += 1;
        pullsUnderWay += 1;
        try {
          return await line.attempt(() => pull(checkpoint?.sequence ?? '0', limit));
        } finally {
          pullsUnderWay -= 1;
        }
      },
    },
    ...(options.isWritable
      ? {
          push: {
            batchSize: PUSH_BATCH,
            async handler(rows) {
              const startedBefore = pullsStarted - pullsUnderWay;
              const wasFailing = line.isFailing;
              const conflicts = await line.attempt(() => push(rows.map((row) => row.newDocumentState)));
              // The bell does not tell of our own echo, a pull overtook it, or the badge still tells of a failure.
              if (!hasBell() || wasFailing || pullsStarted > startedBefore) state.reSync();
              return conflicts;
            },
          },
        }
      : {}),
  });
  // What a person writes is worth a try at once.
  const writes = collection.eventBulks$.subscribe(({ context }) => {
    if (context === LOCAL_WRITE && line.isFailing) line.wake();
  });
  void ringBell();

  async function pull(
    since: string,
    limit: number,
  ): Promise<{ documents: ReplicatedRecord[]; checkpoint: Checkpoint }> {
    const { documents, checkpoint } = await pullChanges(http, memory, since, limit);
    const room = limit - 1 - documents.length;
    if (room >= 0) {
      const brought = new Set(documents.map(({ id }) => id));
      const waiting = isPushing() ? [] : [...image.all()].filter(({ id, isPending }) => isPending && !brought.has(id));
      const found = await overtaken.find(http, waiting);
      documents.push(...[...besides, ...found].filter(({ id }) => !brought.has(id)).slice(0, room));
      options.onPulled();
    }
    sequence = checkpoint.sequence;
    return { documents, checkpoint };
  }

  function hasBell(): boolean {
    return options.live === 'bell' && options.isMetered?.() !== true;
  }

  function isPushing(): boolean {
    return options.isWritable && state.internalReplicationState?.events.active.up.getValue() !== false;
  }

  async function push(states: readonly ReplicatedRecord[]): Promise<ReplicatedRecord[]> {
    for (const { edits } of states) handled.add(edits[0] ?? '');
    // What nobody here wrote is not sent: under its author's name the server would refuse it.
    const written = states.filter((record) => record.isPending === true);
    const others = states.filter((record) => record.isPending !== true);
    const conflicts: ReplicatedRecord[] = [];
    for (const [target, records] of groupByTarget(written)) {
      conflicts.push(...(await pushRecords(target, memory, records, options.outcome)));
    }
    return [...conflicts, ...(await findMovedOn(http, others))];
  }

  function groupByTarget<R extends AnyRecord>(records: readonly R[]): Map<CouchHttp, R[]> {
    const groups = new Map<CouchHttp, R[]>();
    for (const record of records) {
      const target = options.pushHttp?.(record) ?? http;
      groups.set(target, [...(groups.get(target) ?? []), record]);
    }
    return groups;
  }

  async function ringBell(): Promise<void> {
    await state.startPromise;
    await state.awaitInitialReplication();
    if (options.isWritable) {
      const isHandled = ({ edits }: AnyRecord): boolean => handled.has(edits[0] ?? '');
      // When the store is closed meanwhile, the next start looks again.
      void resendLeftBehind(collection, image, isHandled).catch(() => undefined);
    }
    while (!state.isStopped()) {
      if (hasBell()) await line.attempt(waitForChange).catch(() => undefined);
      else await line.sleep(options.isMetered?.() === true ? METERED_POLL_MS : POLL_MS);
      if (state.isStopped()) return;
      state.reSync();
      await state.awaitInSync();
    }
  }

  /** Waits from the stored sequence, so that a change between a pull and this call cannot slip through. */
  async function waitForChange(): Promise<void> {
    const query = `feed=longpoll&style=main_only&limit=1&timeout=${String(BELL_WAIT_MS)}&since=${encodeURIComponent(sequence)}`;
    await http.call(`_changes?${query}`, undefined, BELL_TIMEOUT_MS);
  }

  return {
    state,
    syncNow() {
      line.askAgain();
      state.reSync();
    },
    check: (api) =>
      checkDatabase(api, http, collection, {
        take: async (documents) => {
          besides = [...documents];
          state.reSync();
          await state.awaitInSync();
          besides = [];
        },
        resend: async (records) => {
          const writes = records.map((record) => ({ before: record, after: { ...record, rev: '' } }));
          const done = await writeRecords(collection, writes);
          if (!done.ok) throw new Error(done.error.code);
        },
      }),
    read: async (records) => {
      const found: AnyRecord[] = [];
      for (const [target, group] of groupByTarget(records)) {
        const ids = group.map(({ id }) => id);
        found.push(...(await readDocuments(target, ids)).map(fromWire));
      }
      return found;
    },
    async stop() {
      line.end();
      http.abortAll();
      writes.unsubscribe();
      await state.cancel();
    },
  };
}
