import { isOfBook, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { ChangeRow, CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';
import type { Arrival, Fault } from './arrival.ts';
import type { Claims } from './claims.ts';
import { openClaims } from './claims.ts';
import { findForks } from './find-forks.ts';
import type { WaitingPays } from './waiting-pays.ts';
import { openWaitingPays } from './waiting-pays.ts';

const BATCH = 500;

/**
 * Called with what is about to be copied; a crash in between calls it again with the same. Resolves with whether it may have
 * written into the book.
 */
export type OnArrived = (arrival: Arrival) => Promise<boolean>;

interface Checkpoint {
  readonly since: string;
  readonly rev: string | undefined;
  /** Pays that may wait, of all changes up to `since`; `undefined` when that is not known. */
  readonly waiting: readonly string[] | undefined;
}

interface Copied {
  readonly count: number;
  readonly hasWritten: boolean;
}

/** One book on its way into `network`. */
interface Copying {
  readonly book: CouchDatabase;
  readonly network: CouchDatabase;
  readonly onArrived: OnArrived;
  readonly claims: Claims;
  readonly waitingPays: WaitingPays;
  readonly log: (line: string) => void;
}

/**
 * Copies what changed in one book into `network`, with its revisions and conflicts, except what would hide another
 * activity's record. Goes on from the checkpoint kept in `network`, or from the beginning when `isFull`; copying twice
 * changes nothing. Returns how many revisions it copied.
 */
export async function consolidateBook(
  couch: Couch,
  name: string,
  onArrived: OnArrived,
  {
    isFull = false,
    claims = openClaims(),
    waitingPays = openWaitingPays(),
    log = () => undefined,
  }: Partial<Pick<Copying, 'claims' | 'waitingPays' | 'log'>> & { readonly isFull?: boolean } = {},
): Promise<number> {
  const book = couch.database(name);
  const network = couch.database(NETWORK_DATABASE);
  const id = `_local/consolidation-${name}`;
  let checkpoint = await readCheckpoint(network, id);
  waitingPays.resume(name, checkpoint.since, checkpoint.waiting);
  if (isFull) checkpoint = { ...checkpoint, since: '0' };
  let copied = 0;
  for (;;) {
    const { results, last_seq: until } = await book.changes(checkpoint.since, BATCH);
    const rows = results.filter((row) => !row.id.startsWith('_design/'));
    const part = { since: checkpoint.since, until, isLast: results.length < BATCH };
    const { count, hasWritten } = await copyRows({ book, network, onArrived, claims, waitingPays, log }, rows, part);
    copied += count;
    const waiting = waitingPays.keptOf(name);
    if (until !== checkpoint.since) {
      checkpoint = await writeCheckpoint(network, id, { ...checkpoint, since: until, waiting });
    }
    if (part.isLast && !hasWritten) return copied;
  }
}

/** Where a batch stands among the changes of its book. */
interface Part {
  readonly since: string;
  readonly until: string;
  readonly isLast: boolean;
}

async function copyRows(copying: Copying, rows: readonly ChangeRow[], part: Part): Promise<Copied> {
  copying.waitingPays.follow(
    copying.book.name,
    part,
    rows.map(({ id }) => id),
  );
  if (rows.length === 0) return { count: 0, hasWritten: false };
  const { network } = copying;
  const revisions = Object.fromEntries(rows.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
  const missing = await network.findMissing(revisions);
  const ids = [...missing].flatMap(([id, revs]) => (revs.length > 0 ? [id] : []));
  const claimedElsewhere = copying.claims.take(copying.book.name, ids);
  try {
    return await copyMissing(copying, rows, part, { missing, ids, claimedElsewhere });
  } finally {
    copying.claims.release(copying.book.name, ids);
  }
}

interface Missing {
  readonly missing: ReadonlyMap<string, readonly string[]>;
  readonly ids: readonly string[];
  readonly claimedElsewhere: ReadonlySet<string>;
}

async function copyMissing(
  { book, network, onArrived, log }: Copying,
  rows: readonly ChangeRow[],
  { since, isLast }: Part,
  { missing, ids, claimedElsewhere }: Missing,
): Promise<Copied> {
  const leaves = ids.flatMap((id) => (missing.get(id) ?? []).map((rev) => ({ id, rev })));
  const [documents, copies, forks] = await Promise.all([
    leaves.length === 0 ? [] : book.getRevisions(leaves),
    ids.length === 0 ? [] : network.getMany(ids),
    findForks(book, rows),
  ]);
  const copyById = new Map(copies.map((copy) => [copy._id, copy]));
  const faults = new Map<string, Fault>(forks.faults);
  for (const document of documents) {
    const fault = findFault(book.name, document, copyById.get(document._id), claimedElsewhere.has(document._id));
    if (fault !== undefined) faults.set(document._id, fault);
  }
  // CouchDB lists the winning revision first.
  const winningRevs = new Map(rows.map(({ id, changes }) => [id, changes[0]?.rev]));
  const isWinner = ({ _id, _rev, ...members }: StoredDocument): boolean =>
    members['_deleted'] !== true && winningRevs.get(_id) === _rev;
  const winners = new Map([...forks.winners, ...documents].filter(isWinner).map((one) => [one._id, one]));
  // Before the copy, because the copy is the sign that this was done.
  const hasWritten = await onArrived({
    book,
    isWhole: since === '0' && isLast && winners.size === rows.length,
    changedIds: rows.map(({ id }) => id),
    winners: [...winners.values()],
    copies: copyById,
    faults,
  });
  const copied = documents.filter(({ _id }) => (faults.get(_id)?.path ?? 'roots') === 'roots');
  if (copied.length === 0) return { count: 0, hasWritten };
  for (const { id, error, reason } of await network.writeAll(copied, false)) {
    // What is refused will be refused again; it must not keep the rest from being copied.
    if (error === 'forbidden') log(`network refused ${id} of ${book.name}: ${reason ?? ''}`);
    else if (error !== undefined) throw new Error(`network refused ${id}: ${error}`);
  }
  return { count: copied.length, hasWritten };
}

/** Why a document must not be copied. A deleted one has no activity of its own. */
function findFault(
  name: string,
  document: StoredDocument,
  copy: StoredDocument | undefined,
  isClaimedElsewhere: boolean,
): Fault | undefined {
  if (document['_deleted'] !== true && !isOf(name, document)) {
    const { activityId } = document;
    return { path: 'activityId', expected: name, found: typeof activityId === 'string' ? activityId : '' };
  }
  const isTaken = isClaimedElsewhere || (copy !== undefined && !isOf(name, copy));
  // Whose it is stays between the cooperative and them.
  return isTaken ? { path: 'taken', expected: '', found: document._id } : undefined;
}

function isOf(name: string, { activityId }: StoredDocument): boolean {
  return typeof activityId === 'string' && isOfBook(activityId, name);
}

async function readCheckpoint(network: CouchDatabase, id: string): Promise<Checkpoint> {
  const stored = await network.get(id);
  const since = stored?.['since'];
  const waiting = stored?.['waiting'];
  return {
    since: typeof since === 'string' ? since : '0',
    rev: stored?._rev,
    // Written by this file alone.
    waiting: Array.isArray(waiting) ? (waiting as readonly string[]) : undefined,
  };
}

async function writeCheckpoint(network: CouchDatabase, id: string, checkpoint: Checkpoint): Promise<Checkpoint> {
  const { since, rev, waiting } = checkpoint;
  const document = { _id: id, since, ...(waiting && { waiting }) };
  try {
    return { ...checkpoint, rev: await network.put(rev === undefined ? document : { ...document, _rev: rev }) };
  } catch (error) {
    // Another worker moved it on: the next pass starts from either place and copies nothing twice.
    if (couchStatus(error) !== 409) throw error;
    return { ...checkpoint, rev: (await network.get(id))?._rev };
  }
}
