import { openStore } from '../../../src-renderer/data/open-store.ts';
import { writeRecords } from '../../../src-renderer/data/storage-access.ts';
import { keepConflictCopy } from '../../../src-renderer/data/conflicts/keep-conflict-copy.ts';
import { browserSurroundings } from '../../../src-renderer/sync/browser-surroundings.ts';
import { createCouchHttp } from '../../../src-renderer/sync/couch-http.ts';
import type { DatabaseReplication } from '../../../src-renderer/sync/replicate-database.ts';
import { replicateDatabase } from '../../../src-renderer/sync/replicate-database.ts';
import { createConflictHandler } from '../../../src-renderer/sync/resolve-conflict.ts';
import type { PlainStore } from './plain-store.ts';

/** The application's own store and exchange of the book. */
export async function openSillonStore(account: string, activityId: string): Promise<PlainStore> {
  const store = await openStore({
    account,
    displayName: account,
    role: 'member',
    activityId,
    databases: { book: 'plain', commons: 'commons' },
    device: { id: account, prefix: 'AB1' },
    cooperative: 'Sillon',
    isDemo: false,
  });
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  let replication: DatabaseReplication | undefined;
  let phase = 'none';
  return {
    all: () => Promise.resolve([...store.book.all()]),
    write: async (before, after) => {
      const done = await store.write('entryChanged', [{ before, after }]);
      if (!done.ok && done.error.code !== 'store.writeFailed') throw new Error(done.error.code);
      return done.ok;
    },
    fill: async (records) => {
      const done = await writeRecords(
        book,
        records.map((after) => ({ before: undefined, after })),
      );
      if (!done.ok) throw new Error(done.error.code);
    },
    start: ({ database, fetch }) => {
      const around = browserSurroundings(fetch);
      book.conflictHandler = createConflictHandler(
        store.parts.context,
        (copy) => keepConflictCopy(store, copy),
        around.timers,
      );
      replication = replicateDatabase({
        name: database,
        collection: book,
        image: store.book,
        http: createCouchHttp(database, account, around),
        around,
        isWritable: true,
        live: 'bell',
        outcome: { onRefused: () => Promise.resolve(), onAccepted: () => Promise.resolve() },
        onError: () => (phase = 'waiting'),
        onPulled: () => (phase = 'upToDate'),
      });
    },
    syncNow: () => replication?.syncNow(),
    state: () => ({ phase: store.book.isComplete ? phase : 'reading', pending: store.book.pendingCount }),
  };
}
