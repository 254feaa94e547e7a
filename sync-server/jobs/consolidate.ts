import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { ChangeRow, CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';

const BATCH = 500;

/** Called with the winning revisions that are about to be copied; a crash in between calls it again with the same ones. */
export type OnChanged = (book: CouchDatabase, documents: readonly StoredDocument[]) => Promise<void>;

/**
 * Copies what changed in one book into `network`, with its revisions and conflicts. Goes on from the checkpoint kept in
 * `network`, or from the beginning when `isFull`; copying twice changes nothing. Returns how many revisions it copied.
 */
export async function consolidateBook(
  couch: Couch,
  name: string,
  onChanged: OnChanged,
  isFull = false,
): Promise<number> {
  const book = couch.database(name);
  const network = couch.database(NETWORK_DATABASE);
  const checkpoint = `_local/consolidation-${name}`;
  let since = isFull ? '0' : await readCheckpoint(network, checkpoint);
  let copied = 0;
  for (;;) {
    const { results, last_seq: position } = await book.changes(since, BATCH);
    const rows = results.filter(({ id }) => !id.startsWith('_design/'));
    if (rows.length > 0) copied += await copyRows(book, network, rows, onChanged);
    if (position !== since) await writeCheckpoint(network, checkpoint, position);
    // Another look after every page: `onChanged` may have written into the book itself.
    if (results.length === 0) return copied;
    since = position;
  }
}

async function copyRows(
  book: CouchDatabase,
  network: CouchDatabase,
  rows: readonly ChangeRow[],
  onChanged: OnChanged,
): Promise<number> {
  const revisions = Object.fromEntries(rows.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
  const missing = await network.findMissing(revisions);
  const leaves = [...missing].flatMap(([id, revs]) => revs.map((rev) => ({ id, rev })));
  if (leaves.length === 0) return 0;
  const documents = await book.getRevisions(leaves);
  // CouchDB lists the winning revision first.
  const winners = new Set(rows.map(({ id, changes }) => `${id} ${changes[0]?.rev ?? ''}`));
  const isWinner = ({ _id, _rev, ...members }: StoredDocument): boolean =>
    members['_deleted'] !== true && winners.has(`${_id} ${_rev ?? ''}`);
  // Before the copy, because the copy is the sign that this was done.
  await onChanged(book, documents.filter(isWinner));
  const [refused] = await network.writeAll(documents, false);
  if (refused?.error !== undefined) throw new Error(`network refused ${refused.id}: ${refused.error}`);
  return documents.length;
}

async function readCheckpoint(network: CouchDatabase, id: string): Promise<string> {
  const since = (await network.get(id))?.['since'];
  return typeof since === 'string' ? since : '0';
}

async function writeCheckpoint(network: CouchDatabase, id: string, since: string): Promise<void> {
  const stored = await network.get(id);
  try {
    await network.put(stored?._rev === undefined ? { _id: id, since } : { _id: id, _rev: stored._rev, since });
  } catch (error) {
    // Another worker moved it on: the next pass starts from either place and copies nothing twice.
    if (couchStatus(error) !== 409) throw error;
  }
}
