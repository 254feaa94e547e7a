import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire } from './wire-record.ts';

interface RevisionRow {
  readonly id?: string;
  readonly value?: { readonly rev?: string };
}

/**
 * The server's state of those records it has in another version than this device. For records nobody here wrote since the
 * server last had them (they came with a backup, or the server won a conflict): they are never sent, only brought up to date.
 */
export async function findMovedOn(http: CouchHttp, records: readonly ReplicatedRecord[]): Promise<ReplicatedRecord[]> {
  if (records.length === 0) return [];
  const answer = await http.call('_all_docs', { keys: records.map((record) => record.id) });
  const { rows } = answer as { rows?: readonly RevisionRow[] }; // shape of CouchDB's answer
  if (!Array.isArray(rows)) throw new SyncError('network.serverError', 200, 'unexpected answer to _all_docs');
  const revs = new Map(rows.map((row: RevisionRow) => [row.id ?? '', row.value?.rev]));
  const moved = records.filter(({ id, rev }) => revs.get(id) !== undefined && revs.get(id) !== rev);
  const known = new Map(moved.map((record) => [record.id, record]));
  const found = (await readDocuments(http, [...known.keys()])).map(fromWire);
  // What this device has already descends from it: nothing to bring.
  return found.filter((server) => known.get(server.id)?.edits.includes(server.edits[0] ?? '') === false);
}
