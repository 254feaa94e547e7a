import { createRxDatabase } from 'rxdb';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { RECORD_SCHEMA } from '../../../src-renderer/data/collection-schema.ts';
import type { RecordCollection } from '../../../src-renderer/data/storage-access.ts';
import type { PlainStore } from './plain-store.ts';

/** RxDB with its own CouchDB plugin, as its documentation shows it. */
export async function openRxdbCouchdbStore(name: string): Promise<PlainStore> {
  const database = await createRxDatabase({ name: `rxdb-${name}`, storage: getRxStorageDexie() });
  const collections = await database.addCollections({ records: { schema: RECORD_SCHEMA } });
  const records: RecordCollection = collections.records;
  let replication: ReturnType<typeof replicateCouchDB<AnyRecord>> | undefined;
  let isActive = true;
  return {
    all: async () => (await records.find().exec()).map((document) => document.toJSON() as AnyRecord),
    write: async (before, after) => {
      if (before === undefined) await records.insert(after);
      else {
        const stored = await records.findOne(after.id).exec();
        if (stored === null || stored.edits[0] !== before.edits[0]) return false;
        await stored.incrementalPatch(after);
      }
      return true;
    },
    fill: async (many) => {
      await records.bulkInsert([...many]);
    },
    start: ({ url, fetch }) => {
      replication = replicateCouchDB<AnyRecord>({
        replicationIdentifier: 'compared',
        collection: records,
        url: `${url}/`,
        fetch,
        live: true,
        pull: {},
        push: {},
      });
      replication.active$.subscribe((active) => (isActive = active));
    },
    syncNow: () => replication?.reSync(),
    state: () => ({ phase: isActive ? 'syncing' : 'upToDate', pending: 0 }),
  };
}
