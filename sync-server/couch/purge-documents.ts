import type { Couch } from './connect.ts';
import { couchStatus } from './couch-request.ts';

/** Below CouchDB's limit of one request. */
const AT_ONCE = 50;

interface Leaves {
  readonly results: readonly {
    readonly id: string;
    readonly docs: readonly { readonly ok?: { readonly _rev: string } }[];
  }[];
}

/** Removes documents with all their revisions, as if they had never been. Returns how many there were. */
export async function purgeDocuments(couch: Couch, db: string, ids: readonly string[]): Promise<number> {
  let purged = 0;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const docs = ids.slice(at, at + AT_ONCE).map((id) => ({ id }));
    const { results } = await couch.request<Leaves>({ db, path: '_bulk_get', method: 'POST', body: { docs } });
    const leaves = results
      .map(({ id, docs: found }) => [id, found.flatMap(({ ok }) => (ok === undefined ? [] : [ok._rev]))] as const)
      .filter(([, revs]) => revs.length > 0);
    if (leaves.length === 0) continue;
    await couch.request({ db, path: '_purge', method: 'POST', body: Object.fromEntries(leaves) });
    purged += leaves.length;
  }
  return purged;
}

/** Asks CouchDB to write its file anew without what is gone. The embedded server overwrites at once and needs none. */
export async function compactDatabase(couch: Couch, db: string): Promise<void> {
  try {
    await couch.request({ db, path: '_compact', method: 'POST', body: {} });
  } catch (error) {
    if (couchStatus(error) !== 501) throw error;
  }
}
