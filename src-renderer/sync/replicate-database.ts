import type { RxReplicationPullStreamItem } from 'rxdb';
import type { RxReplicationState } from 'rxdb/plugins/replication';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { Result } from '../../shared/core/result.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { writeRecords } from '../data/storage-access.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { BackOff } from './back-off.ts';
import type { CheckApi } from './check-api.ts';
import type { DatabaseCheck } from './check-database.ts';
import { checkDatabase } from './check-database.ts';
import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import type { Checkpoint } from './pull-changes.ts';
import { findMovedOn } from './find-moved-on.ts';
import { pullChanges } from './pull-changes.ts';
import { PushMemory } from './push-memory.ts';
import type { PushOutcome } from './push-records.ts';
import { pushRecords } from './push-records.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { WakeSignal } from './wake-signal.ts';

const PULL_BATCH = 100;
const PUSH_BATCH = 25;
const RETRY_MS = 5_000;
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
  stop(): Promise<void>;
}

export interface ReplicateOptions {
  readonly name: string;
  readonly collection: RecordCollection;
  readonly http: CouchHttp;
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
  const { http, collection } = options;
  const memory = new PushMemory();
  const stream = new Subject<RxReplicationPullStreamItem<AnyRecord, Checkpoint>>();
  const signal = new WakeSignal();
  let sequence = '0';
  const report = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof SyncError) options.onError(error);
      throw error;
    }
  };
  const state = replicateRxCollection<AnyRecord, Checkpoint>({
    replicationIdentifier: `sillon-${options.name}`,
    collection,
    live: true,
    retryTime: RETRY_MS,
    waitForLeadership: true,
    toggleOnDocumentVisible: false,
    pull: {
      batchSize: PULL_BATCH,
      stream$: stream.asObservable(),
      async handler(checkpoint, limit) {
        const found = await report(pullChanges(http, memory, checkpoint?.sequence ?? '0', limit));
        sequence = found.checkpoint.sequence;
        if (found.documents.length < limit) options.onPulled();
        return found;
      },
    },
    ...(options.isWritable
      ? {
          push: {
            batchSize: PUSH_BATCH,
            async handler(rows) {
              const states = rows.map((row) => row.newDocumentState);
              // What nobody here wrote is not sent: under its author's name the server would refuse it.
              const written = states.filter((record) => record.isPending === true);
              const others = states.filter((record) => record.isPending !== true);
              const conflicts: ReplicatedRecord[] = [];
              for (const [target, records] of groupByTarget(written)) {
                conflicts.push(...(await report(pushRecords(target, memory, records, options.outcome))));
              }
              // Without an open long-poll our own echo, which clears the mark "to send", would wait for the next look.
              if (written.length > 0) signal.wake();
              return [...conflicts, ...(await report(findMovedOn(http, others)))];
            },
          },
        }
      : {}),
  });
  void ringBell();

  function groupByTarget(records: readonly ReplicatedRecord[]): Map<CouchHttp, ReplicatedRecord[]> {
    const groups = new Map<CouchHttp, ReplicatedRecord[]>();
    for (const record of records) {
      const target = options.pushHttp?.(record) ?? http;
      groups.set(target, [...(groups.get(target) ?? []), record]);
    }
    return groups;
  }

  async function ringBell(): Promise<void> {
    const backOff = new BackOff();
    await state.startPromise;
    await state.awaitInitialReplication();
    while (!state.isStopped()) {
      try {
        if (options.isMetered?.() === true) await signal.sleep(METERED_POLL_MS);
        else if (options.live === 'poll') await signal.sleep(POLL_MS);
        else await waitForChange();
        backOff.reset();
      } catch {
        await signal.sleep(backOff.nextMs());
      }
      if (state.isStopped()) return;
      state.reSync();
      await state.awaitInSync();
    }
  }

  /** Waits from the stored sequence, so that a change between a pull and this call cannot slip through. */
  async function waitForChange(): Promise<void> {
    const query = `feed=longpoll&style=main_only&limit=1&timeout=${String(BELL_WAIT_MS)}&since=${encodeURIComponent(sequence)}`;
    await report(http.call(`_changes?${query}`, undefined, BELL_TIMEOUT_MS));
  }

  return {
    state,
    syncNow() {
      signal.wake();
      state.reSync();
    },
    check: (api) =>
      checkDatabase(api, http, collection, {
        take: async (documents) => {
          stream.next({ documents: [...documents], checkpoint: { sequence } });
          await state.awaitInSync();
        },
        resend: async (records) => {
          const writes = records.map((record) => ({ before: record, after: { ...record, rev: '' } }));
          const done = await writeRecords(collection, writes);
          if (!done.ok) throw new Error(done.error.code);
        },
      }),
    async stop() {
      http.abortAll();
      signal.wake();
      await state.cancel();
    },
  };
}
