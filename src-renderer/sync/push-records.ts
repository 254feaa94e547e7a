import type { CouchHttp } from './couch-http.ts';
import { SyncError } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import type { PushMemory } from './push-memory.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire, toWire } from './wire-record.ts';

/** Upper bound of one request before gzip; the number of records is bounded by the replication's batch size. */
const MAX_BATCH_BYTES = 32 * 1024;

/** A record the server refuses: kept on the device and shown until a person mends it. */
export interface Refusal {
  readonly record: ReplicatedRecord;
  readonly reason: string;
}

/** What happens to each row that is not a conflict. */
export interface PushOutcome {
  onRefused(refusal: Refusal): Promise<void>;
  onAccepted(id: string): Promise<void>;
}

interface BulkRow {
  readonly id: string;
  readonly ok?: boolean;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

/** Sends records; returns the server's state of those in conflict. A refused row stops nothing else. */
export async function pushRecords(
  http: CouchHttp,
  memory: PushMemory,
  records: readonly ReplicatedRecord[],
  outcome: PushOutcome,
): Promise<ReplicatedRecord[]> {
  const conflicts: ReplicatedRecord[] = [];
  for (const batch of splitBySize(records, memory)) {
    const docs = batch.map((record) => toWire(record, memory.revOf(record.id)));
    const rows = toRows(await http.call('_bulk_docs', { docs }));
    const byId = new Map(batch.map((record) => [record.id, record]));
    const conflicting: string[] = [];
    for (const row of rows) {
      const record = byId.get(row.id);
      if (record === undefined) continue;
      if (row.rev !== undefined && row.error === undefined) {
        memory.accepted(record, row.rev);
        await outcome.onAccepted(row.id);
      } else if (row.error === 'conflict') conflicting.push(row.id);
      else if (row.error === 'forbidden' || row.error === 'unauthorized' || row.error === 'doc_validation') {
        await outcome.onRefused({ record, reason: row.reason ?? row.error });
      } else throw new SyncError('network.serverError', 200, `row ${row.error ?? 'without a result'}`);
    }
    conflicts.push(...(await readConflicts(http, memory, conflicting)));
  }
  return conflicts;
}

async function readConflicts(http: CouchHttp, memory: PushMemory, ids: readonly string[]): Promise<ReplicatedRecord[]> {
  for (const id of ids) memory.forget(id);
  const found = (await readDocuments(http, ids)).map(fromWire);
  if (found.length < ids.length) throw new SyncError('network.serverError', 200, 'conflict without a server record');
  return found;
}

function splitBySize(records: readonly ReplicatedRecord[], memory: PushMemory): ReplicatedRecord[][] {
  const batches: ReplicatedRecord[][] = [];
  let current: ReplicatedRecord[] = [];
  let size = 0;
  for (const record of records) {
    const bytes = JSON.stringify(toWire(record, memory.revOf(record.id))).length;
    if (current.length > 0 && size + bytes > MAX_BATCH_BYTES) {
      batches.push(current);
      current = [];
      size = 0;
    }
    current.push(record);
    size += bytes;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}

function toRows(answer: unknown): readonly BulkRow[] {
  if (!Array.isArray(answer)) throw new SyncError('network.serverError', 200, 'unexpected answer to _bulk_docs');
  return answer as readonly BulkRow[]; // CouchDB's rows; members are read defensively
}
