import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase, DatabaseInfo, Leaf, StoredDocument } from '../couch/couch-database.ts';
import { StartError } from '../data-folder/start-error.ts';
import type { BackupLine } from './backup-line.ts';
import { USERS_DESIGN } from './backup-line.ts';

const PAGE = 500;
const BODIES_AT_ONCE = 100;
/** Attachments read in one answer, unless a single document has more. */
const CONTENT_BYTES = 4_000_000;
/** Rounds to wait for a moment in which nobody writes. */
const MOST_ROUNDS = 5;

export interface DatabaseCounts {
  revisions: number;
  attachments: number;
  localDocuments: number;
  documents: number;
  deletedDocuments: number;
  isCountExact: boolean;
}

export function noCounts(): DatabaseCounts {
  return {
    revisions: 0,
    attachments: 0,
    localDocuments: 0,
    documents: 0,
    deletedDocuments: 0,
    isCountExact: false,
  };
}

/**
 * Reads a database line by line while others go on writing, and fills in `counts`. A document that changes meanwhile comes
 * again with its new revision. Only one page is held in memory.
 */
export async function* readDatabase(couch: Couch, name: string, counts: DatabaseCounts): AsyncGenerator<BackupLine> {
  const database = couch.database(name);
  const security = await couch.request({ db: name, path: '_security' });
  const revsLimit = await couch.request<number>({ db: name, path: '_revs_limit' });
  const shards = (await database.info())?.cluster?.q;
  yield { database: { name, security, revsLimit, ...(shards === undefined ? {} : { shards }) } };
  for await (const document of readRevisions(database, counts)) {
    counts.revisions += 1;
    counts.attachments += attachmentsOf(document).length;
    yield { document };
  }
  for (const id of await database.listLocal()) {
    const local = await database.get(id);
    if (local === undefined) continue;
    counts.localDocuments += 1;
    yield { local };
  }
}

async function* readRevisions(database: CouchDatabase, counts: DatabaseCounts): AsyncGenerator<StoredDocument> {
  let since = '0';
  /** Leaves that were listed but not found, by document. */
  const missing = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS && !counts.isCountExact; round += 1) {
    for (;;) {
      const { results, last_seq: position } = await database.changes(since, PAGE);
      since = position;
      if (results.length === 0) break;
      const rows = results.filter(({ id }) => id !== USERS_DESIGN);
      for (const { id } of rows) missing.delete(id);
      const leaves = rows.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
      yield* readLeaves(database, leaves, missing);
    }
    const info = await database.info();
    if (info === undefined) return;
    await countDocuments(database, info, counts);
    counts.isCountExact = (await database.changes(since, 1)).results.length === 0;
  }
  // One that was replaced meanwhile came again; what is still missing cannot be read at all.
  for (const [id, rev] of counts.isCountExact ? missing : []) {
    throw new StartError(`Revision ${rev} of ${id} in ${database.name} cannot be read. There is no backup without it.`);
  }
}

async function countDocuments(database: CouchDatabase, info: DatabaseInfo, counts: DatabaseCounts): Promise<void> {
  const own = database.name === '_users' && (await database.get(USERS_DESIGN)) !== undefined ? 1 : 0;
  counts.documents = info.doc_count - own;
  counts.deletedDocuments = info.doc_del_count;
}

async function* readLeaves(
  database: CouchDatabase,
  leaves: readonly Leaf[],
  missing: Map<string, string>,
): AsyncGenerator<StoredDocument> {
  for (let at = 0; at < leaves.length; at += BODIES_AT_ONCE) {
    const wanted = leaves.slice(at, at + BODIES_AT_ONCE);
    const documents = await database.getRevisions(wanted);
    noteMissing(wanted, documents, missing);
    const withContent = documents.filter((document) => attachmentsOf(document).length > 0);
    yield* documents.filter((document) => attachmentsOf(document).length === 0);
    for (const group of groupByContent(withContent)) {
      const found = await database.getRevisions(group, true);
      noteMissing(group, found, missing);
      yield* found;
    }
  }
}

function noteMissing(wanted: readonly Leaf[], found: readonly StoredDocument[], missing: Map<string, string>): void {
  if (wanted.length === found.length) return;
  const known = new Set(found.map(({ _id, _rev }) => `${_id} ${_rev ?? ''}`));
  for (const { id, rev } of wanted) if (!known.has(`${id} ${rev}`)) missing.set(id, rev);
}

function* groupByContent(documents: readonly StoredDocument[]): Generator<Leaf[]> {
  let group: Leaf[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = attachmentsOf(document).reduce((sum, length) => sum + length, 0);
    if (group.length > 0 && bytes + size > CONTENT_BYTES) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push({ id: document._id, rev: document._rev ?? '' });
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/** Lengths of a document's attachments. */
function attachmentsOf(document: StoredDocument): number[] {
  const attachments = document['_attachments'];
  if (typeof attachments !== 'object' || attachments === null) return [];
  return Object.values(attachments as Record<string, { readonly length?: number }>).map(({ length }) => length ?? 0);
}
