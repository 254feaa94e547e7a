import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';
import { StartError } from '../data-folder/start-error.ts';
import type { BackupLine, DatabaseHead } from './backup-line.ts';
import { holdsPosition } from './holds-position.ts';

const MOST_DOCUMENTS = 200;
const MOST_CHARACTERS = 4_000_000;
const CLOSED = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['_admin'] } };

export interface RestoredDatabase {
  readonly name: string;
  /** Leaf revisions that are on the server now. */
  revisions: number;
  localDocuments: number;
  /** Local documents with positions in the feeds of another kind of server, left out. */
  positionsLeftOut: number;
}

/**
 * Writes a database back: closed to everybody but the administrator, then documents, then design documents, then its
 * own `_security`, so that nobody writes into half of it. Writing again changes nothing.
 */
export async function restoreDatabase(
  couch: Couch,
  lines: AsyncIterable<BackupLine>,
  isSameKind: boolean,
): Promise<RestoredDatabase> {
  const restored: RestoredDatabase = { name: '', revisions: 0, localDocuments: 0, positionsLeftOut: 0 };
  let target: { readonly head: DatabaseHead; readonly database: CouchDatabase } | undefined;
  const designs: StoredDocument[] = [];
  let batch: StoredDocument[] = [];
  let size = 0;
  for await (const line of lines) {
    if ('database' in line) {
      await openClosed(couch, line.database);
      target = { head: line.database, database: couch.database(line.database.name) };
      continue;
    }
    if (target === undefined) throw new Error('a backup file without its head');
    if ('local' in line) {
      if (!isSameKind && holdsPosition(line.local)) restored.positionsLeftOut += 1;
      else {
        await writeLocal(target.database, line.local);
        restored.localDocuments += 1;
      }
    } else if (line.document._id.startsWith('_design/')) designs.push(line.document);
    else {
      batch.push(line.document);
      size += JSON.stringify(line.document).length;
      if (batch.length < MOST_DOCUMENTS && size < MOST_CHARACTERS) continue;
      restored.revisions += await writeRevisions(target.database, batch);
      batch = [];
      size = 0;
    }
  }
  if (target === undefined) throw new Error('a backup file without its head');
  restored.revisions += await writeRevisions(target.database, batch);
  for (const design of designs) restored.revisions += await writeDesign(target.database, design);
  await setSecurity(couch, target.head.name, target.head.security);
  return { ...restored, name: target.head.name };
}

async function openClosed(couch: Couch, { name: db, revsLimit, shards }: DatabaseHead): Promise<void> {
  const q = shards ?? (db === NETWORK_DATABASE ? undefined : 1);
  try {
    await couch.request({ db, method: 'PUT', ...(q === undefined ? {} : { query: { q } }) });
  } catch (error) {
    const status = couchStatus(error);
    // 412: it is there already. 400 and 403: a system database that the server keeps by itself.
    if (status === undefined || ![400, 403, 412].includes(status)) throw error;
  }
  await setSecurity(couch, db, CLOSED);
  const at = { db, path: '_revs_limit' } as const;
  if ((await couch.request<number>(at)) !== revsLimit) await couch.request({ ...at, method: 'PUT', body: revsLimit });
}

/** The server guards its own databases itself and takes no `_security` for them. */
async function setSecurity(couch: Couch, db: string, security: unknown): Promise<void> {
  if (!db.startsWith('_')) await couch.request({ db, path: '_security', method: 'PUT', body: security });
}

async function writeRevisions(database: CouchDatabase, documents: readonly StoredDocument[]): Promise<number> {
  if (documents.length === 0) return 0;
  const wanted: Record<string, string[]> = {};
  for (const { _id, _rev } of documents) (wanted[_id] ??= []).push(_rev ?? '');
  const before = await database.findMissing(wanted);
  const isMissing = ({ _id, _rev }: StoredDocument): boolean => before.get(_id)?.includes(_rev ?? '') === true;
  const missing = documents.filter(isMissing);
  if (missing.length === 0) return documents.length;
  const [refused] = await database.writeAll(missing, false);
  if (refused?.error !== undefined) {
    throw new StartError(`${database.name} refuses ${refused.id}: ${refused.reason ?? refused.error}`);
  }
  const [lost] = (await database.findMissing(wanted)).keys();
  if (lost !== undefined) throw new StartError(`${database.name} did not keep ${lost}. Run the same restore again.`);
  return documents.length;
}

/** Over a design document that is there already its content is written, not a second branch: two winners would be one too many. */
async function writeDesign(database: CouchDatabase, design: StoredDocument): Promise<number> {
  const stored = await database.get(design._id);
  if (stored === undefined) return writeRevisions(database, [design]);
  const { _revisions: _history, _rev: rev, ...content } = design;
  if (stored._rev !== rev && design['_deleted'] !== true) await database.put({ ...content, _rev: stored._rev ?? '' });
  return 1;
}

async function writeLocal(database: CouchDatabase, { _rev: _count, ...document }: StoredDocument): Promise<void> {
  const stored = await database.get(document._id);
  await database.put(stored?._rev === undefined ? document : { ...document, _rev: stored._rev });
}
