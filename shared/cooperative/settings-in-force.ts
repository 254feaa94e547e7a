import type { RecordOf } from '../records/registry.ts';

type Settings = RecordOf<'cooperativeSettings'>;

/**
 * The settings of the cooperative that count: the active ones, the latest by date and then by id where there are several;
 * `undefined` while there are none.
 */
export function settingsInForce(records: Iterable<Settings>): Settings | undefined {
  let latest: Settings | undefined;
  for (const record of records) {
    if (record.status !== 'active') continue;
    if (latest === undefined || isLater(record, latest)) latest = record;
  }
  return latest;
}

function isLater(record: Settings, other: Settings): boolean {
  return record.date === other.date ? record.id > other.id : record.date > other.date;
}
