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
    const conflicting = await sendBatch(http, memory, batch, outcome);
    for (const { id } of conflicting) memory.forget(id);
    const found = await readDocuments(
      http,
      conflicting.map(({ id }) => id),
    );
    conflicts.push(...found.map(fromWire));
    const known = new Set(found.map(({ _id }) => _id));
    // Deleted there, or never come back with a restored backup: what this device holds is written anew.
    const gone = conflicting.filter(({ id }) => !known.has(id)).map((record) => ({ ...record, rev: '' }));
    if (gone.length === 0) continue;
    const again = await sendBatch(http, memory, gone, outcome);
    // Somebody wrote it between our two requests: the next try meets an ordinary conflict.
    if (again.length > 0) throw new SyncError('network.serverError', 200, 'a record came back meanwhile');
  }
  return conflicts;
}

/** Sends one batch and notes what the server took or refused; returns the records in conflict. */
async function sendBatch(
  http: CouchHttp,
  memory: PushMemory,
  batch: readonly ReplicatedRecord[],
  outcome: PushOutcome,
): Promise<ReplicatedRecord[]> {
  const docs = batch.map((record) => toWire(record, memory.revFor(record)));
  const rows = toRows(await http.call('_bulk_docs', { docs }));
  const byId = new Map(batch.map((record) => [record.id, record]));
  const conflicting: ReplicatedRecord[] = [];
  for (const row of rows) {
    const record = byId.get(row.id);
    if (record === undefined) continue;
    if (row.rev !== undefined && row.error === undefined) {
      memory.accepted(record, row.rev);
      await outcome.onAccepted(row.id);
    } else if (row.error === 'conflict') conflicting.push(record);
    else if (row.error === 'forbidden' || row.error === 'unauthorized' || row.error === 'doc_validation') {
      // Our own last push may have made a revision whose echo is still to come.
      const rev = memory.revFor(record) ?? record.rev;
      await outcome.onRefused({ record: { ...record, rev }, reason: row.reason ?? row.error });
    } else throw new SyncError('network.serverError', 200, `row ${row.error ?? 'without a result'}`);
  }
  return conflicting;
}

function splitBySize(records: readonly ReplicatedRecord[], memory: PushMemory): ReplicatedRecord[][] {
  const batches: ReplicatedRecord[][] = [];
  let current: ReplicatedRecord[] = [];
  let size = 0;
  for (const record of records) {
    const bytes = JSON.stringify(toWire(record, memory.revFor(record))).length;
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
