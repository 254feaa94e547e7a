import { createHash } from 'node:crypto';
import type { CouchDatabase } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';

/** Writes views into a database as the design document `id`, unless the same ones are there. */
export async function installViews(database: CouchDatabase, id: string, views: object): Promise<void> {
  const contentHash = createHash('sha256').update(JSON.stringify(views)).digest('hex');
  const stored = await database.get(id);
  if (stored?.['contentHash'] === contentHash) return;
  const wanted = { _id: id, language: 'javascript', views, contentHash };
  try {
    await database.put(stored?._rev === undefined ? wanted : { ...wanted, _rev: stored._rev });
  } catch (error) {
    // Another server provisions at the same moment and wrote it.
    if (couchStatus(error) !== 409) throw error;
  }
}
