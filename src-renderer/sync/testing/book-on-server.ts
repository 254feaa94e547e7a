import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { WireRecord } from '../wire-record.ts';
import { fromWire } from '../wire-record.ts';

/** Every record of a book as the server holds it. Fails on a record with two revisions side by side. */
export async function readBookOnServer(client: TestDevice): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (const { id, changes, doc } of await client.readAll()) {
    if (changes.length !== 1) throw new Error(`${id} has ${String(changes.length)} revisions side by side`);
    const { _deleted, ...record } = fromWire(doc as unknown as WireRecord);
    records.push(record);
  }
  return records;
}
