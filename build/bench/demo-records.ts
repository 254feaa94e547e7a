import { buildDemoCooperative } from '../../shared/demo/build-demo-cooperative.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { hash } from '../../sync-server/data-folder/hash.ts';

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];

/** Records of the demonstration cooperative, as many as wanted, in the mixture in which its members have them. */
export function takeDemoRecords(count: number): AnyRecord[] {
  const records = new Map<string, AnyRecord>();
  for (const day of DAYS) {
    for (const activity of buildDemoCooperative(day, hash).activities) {
      for (const record of activity.records) if (records.size < count) records.set(record.id, record);
    }
  }
  if (records.size < count) throw new Error(`the demonstration has only ${String(records.size)} records`);
  return [...records.values()];
}
