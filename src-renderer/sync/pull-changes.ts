import { MOST_FEED_RECORDS, RECORDS_ONLY } from '../../shared/sync/records-only.ts';
import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import type { PushMemory } from './push-memory.ts';
import type { ReplicatedRecord, WireRecord } from './wire-record.ts';
import { fromWire, generation } from './wire-record.ts';

/** Where a pull goes on: CouchDB's opaque sequence. */
export interface Checkpoint {
  readonly sequence: string;
}

interface ChangeRow {
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: WireRecord;
}

interface ChangesPage {
  readonly results: readonly ChangeRow[];
  readonly last_seq: string;
  readonly pending: number;
}

/** Ids alone are short: so many times more of them come in one answer. */
const ECHO_PAGES = 3;

/** Reads changes after a checkpoint until `limit` records are found or nothing is pending. */
export async function pullChanges(
  http: CouchHttp,
  memory: PushMemory,
  since: string,
  limit: number,
): Promise<{ documents: ReplicatedRecord[]; checkpoint: Checkpoint }> {
  const documents: ReplicatedRecord[] = [];
  let sequence = since;
  for (;;) {
    // Right after a push the feed brings our own writes back: ask for ids alone, fetch only what is not ours.
    const isEchoDue = memory.isEchoDue;
    const rows = String(isEchoDue ? limit * ECHO_PAGES : limit);
    const query = `filter=_selector&style=main_only&limit=${rows}&seq_interval=${rows}&since=${encodeURIComponent(sequence)}`;
    const page = toPage(await http.call(`_changes?${query}${isEchoDue ? '' : '&include_docs=true'}`, RECORDS_ONLY));
    documents.push(...(isEchoDue ? await readUnknown(http, memory, page.results) : readIncluded(memory, page.results)));
    sequence = page.last_seq;
    if (isEchoDue && page.pending === 0) memory.forgetEchoes();
    if (documents.length >= limit || page.pending === 0) return { documents, checkpoint: { sequence } };
  }
}

function readIncluded(memory: PushMemory, rows: readonly ChangeRow[]): ReplicatedRecord[] {
  const documents: ReplicatedRecord[] = [];
  for (const row of rows) {
    if (row.doc === undefined) throw new SyncError('network.serverError', 200, 'change without its document');
    // A revision older than one our own push produced must not overwrite it.
    if (!row.deleted && generation(memory.revOf(row.id)) <= generation(row.doc._rev)) documents.push(fromWire(row.doc));
  }
  return documents;
}

async function readUnknown(
  http: CouchHttp,
  memory: PushMemory,
  rows: readonly ChangeRow[],
): Promise<ReplicatedRecord[]> {
  const documents: ReplicatedRecord[] = [];
  const wanted: string[] = [];
  for (const row of rows) {
    const echo = memory.takeEcho(row.id, row.changes[0]?.rev ?? '');
    if (echo !== undefined) documents.push(echo);
    else if (!row.deleted) wanted.push(row.id);
  }
  for (const doc of await readDocuments(http, wanted)) {
    if (generation(memory.revOf(doc._id)) <= generation(doc._rev)) documents.push(fromWire(doc));
  }
  return documents;
}

/** The current state of some records on the server; records that are not there are left out. */
export async function readDocuments(http: CouchHttp, ids: readonly string[]): Promise<WireRecord[]> {
  const found: WireRecord[] = [];
  for (let start = 0; start < ids.length; start += MOST_FEED_RECORDS) {
    found.push(...(await readSome(http, ids.slice(start, start + MOST_FEED_RECORDS))));
  }
  return found;
}

async function readSome(http: CouchHttp, ids: readonly string[]): Promise<WireRecord[]> {
  const answer = await http.call('_all_docs?include_docs=true', { keys: ids });
  const { rows } = answer as { rows?: readonly { readonly doc?: WireRecord | null }[] }; // shape of CouchDB's answer
  if (!Array.isArray(rows)) throw new SyncError('network.serverError', 200, 'unexpected answer to _all_docs');
  return rows.flatMap((row: { readonly doc?: WireRecord | null }) => (row.doc ? [row.doc] : []));
}

function toPage(answer: unknown): ChangesPage {
  const page = answer as Partial<ChangesPage> | null; // checked on the next line
  if (page === null || !Array.isArray(page.results) || typeof page.last_seq !== 'string') {
    throw new SyncError('network.serverError', 200, 'unexpected answer to _changes');
  }
  return { results: page.results, last_seq: page.last_seq, pending: page.pending ?? 0 };
}
