import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { WireRecord } from '../wire-record.ts';
import { fromWire } from '../wire-record.ts';

interface ChangeRow {
  readonly id: string;
  readonly changes: readonly unknown[];
  readonly doc: WireRecord;
}

/** Every record of a book as the server holds it. Fails on a record with two revisions side by side. */
export async function readBookOnServer(client: TestDevice): Promise<AnyRecord[]> {
  const response = await client.fetch(`/couch/${client.book}/_changes?style=all_docs&include_docs=true`);
  const { results } = (await response.json()) as { results: readonly ChangeRow[] };
  const records: AnyRecord[] = [];
  for (const { id, changes, doc } of results) {
    if (id.startsWith('_design/')) continue;
    if (changes.length !== 1) throw new Error(`${id} has ${String(changes.length)} revisions side by side`);
    const { _deleted, ...record } = fromWire(doc);
    records.push(record);
  }
  return records;
}
