import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { ChangeRow, CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';

const BATCH = 500;

/**
 * Called with the winning revisions that are about to be copied; a crash in between calls it again with the same ones.
 * Resolves with whether it may have written into the book.
 */
export type OnChanged = (book: CouchDatabase, documents: readonly StoredDocument[]) => Promise<boolean>;

interface Checkpoint {
  readonly since: string;
  readonly rev: string | undefined;
}

interface Copied {
  readonly count: number;
  readonly hasWritten: boolean;
}

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
  const id = `_local/consolidation-${name}`;
  let checkpoint = await readCheckpoint(network, id);
  if (isFull) checkpoint = { ...checkpoint, since: '0' };
  let copied = 0;
  for (;;) {
    const { results, last_seq: since } = await book.changes(checkpoint.since, BATCH);
    const rows = results.filter((row) => !row.id.startsWith('_design/'));
    const { count, hasWritten } = await copyRows(book, network, rows, onChanged);
    copied += count;
    if (since !== checkpoint.since) checkpoint = await writeCheckpoint(network, id, { ...checkpoint, since });
    if (results.length < BATCH && !hasWritten) return copied;
  }
}

async function copyRows(
  book: CouchDatabase,
  network: CouchDatabase,
  rows: readonly ChangeRow[],
  onChanged: OnChanged,
): Promise<Copied> {
  if (rows.length === 0) return { count: 0, hasWritten: false };
  const revisions = Object.fromEntries(rows.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
  const missing = await network.findMissing(revisions);
  const leaves = [...missing].flatMap(([id, revs]) => revs.map((rev) => ({ id, rev })));
  if (leaves.length === 0) return { count: 0, hasWritten: false };
  const documents = await book.getRevisions(leaves);
  // CouchDB lists the winning revision first.
  const winners = new Set(rows.map(({ id, changes }) => `${id} ${changes[0]?.rev ?? ''}`));
  const isWinner = ({ _id, _rev, ...members }: StoredDocument): boolean =>
    members['_deleted'] !== true && winners.has(`${_id} ${_rev ?? ''}`);
  // Before the copy, because the copy is the sign that this was done.
  const hasWritten = await onChanged(book, documents.filter(isWinner));
  const [refused] = await network.writeAll(documents, false);
  if (refused?.error !== undefined) throw new Error(`network refused ${refused.id}: ${refused.error}`);
  return { count: documents.length, hasWritten };
}

async function readCheckpoint(network: CouchDatabase, id: string): Promise<Checkpoint> {
  const stored = await network.get(id);
  const since = stored?.['since'];
  return { since: typeof since === 'string' ? since : '0', rev: stored?._rev };
}

async function writeCheckpoint(network: CouchDatabase, id: string, { since, rev }: Checkpoint): Promise<Checkpoint> {
  try {
    return { since, rev: await network.put(rev === undefined ? { _id: id, since } : { _id: id, _rev: rev, since }) };
  } catch (error) {
    // Another worker moved it on: the next pass starts from either place and copies nothing twice.
    if (couchStatus(error) !== 409) throw error;
    return { since, rev: (await network.get(id))?._rev };
  }
}
