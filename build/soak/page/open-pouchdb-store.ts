import idbAdapter from 'pouchdb-adapter-idb';
import httpAdapter from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { PlainStore } from './plain-store.ts';

PouchDB.plugin(idbAdapter);
PouchDB.plugin(httpAdapter);
PouchDB.plugin(replication);

interface LiveSync {
  on(event: 'paused' | 'active', listener: (error?: unknown) => void): LiveSync;
}
interface Syncing {
  sync(target: PouchDB.Database, options: { live: true; retry: true }): LiveSync;
}

/** PouchDB with `live` and `retry`, as its documentation shows it. */
export function openPouchdbStore(name: string): PlainStore {
  const local = new PouchDB(`pouchdb-${name}`, { adapter: 'idb' });
  let phase = 'none';
  const all = async (): Promise<AnyRecord[]> => {
    const { rows } = await local.allDocs({ startkey: '', endkey: '\uffff', include_docs: true });
    return rows.flatMap((row) => {
      if (!('doc' in row) || !row.doc) return [];
      const { _id, _rev, ...members } = row.doc;
      // As written below, so a record but for the names CouchDB gives.
      return [{ ...members, id: _id, rev: _rev ?? '' } as unknown as AnyRecord];
    });
  };
  const toDocument = ({ id, rev, ...members }: AnyRecord): PouchDB.Document => ({
    ...members,
    _id: id,
    ...(rev === '' ? {} : { _rev: rev }),
  });
  return {
    all,
    write: async (_before, after) => {
      try {
        await local.put(toDocument(after));
        return true;
      } catch (error) {
        if ((error as { status?: number }).status === 409) return false;
        throw error;
      }
    },
    fill: async (records) => {
      await local.bulkDocs(records.map(toDocument));
    },
    start: ({ url, fetch }) => {
      const remote = new PouchDB(url, {
        adapter: 'http',
        skip_setup: true,
        fetch: (address, options) => fetch(address, options),
      });
      (local as unknown as Syncing)
        .sync(remote, { live: true, retry: true })
        .on('active', () => (phase = 'syncing'))
        .on('paused', (error) => (phase = error === undefined ? 'upToDate' : 'waiting'));
    },
    syncNow: () => undefined,
    state: () => ({ phase, pending: 0 }),
  };
}
