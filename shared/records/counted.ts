import type { AnyRecord } from './envelope.ts';
import { isOneOf } from './record-facts.ts';
import type { CountedType, RecordOf } from './registry.ts';
import { isRecordType, RECORD_TYPES, TYPE_NAMES } from './registry.ts';

/** The types of which some records count. */
export const COUNTED_TYPES = TYPE_NAMES.filter((type): type is CountedType => RECORD_TYPES[type].counts !== 'nothing');

/** Whether a record counts, as the facts of its type say: not a draft, nor what was voided, refused or cancelled. */
export function isCounted(record: AnyRecord): record is RecordOf<CountedType> {
  const counts = isRecordType(record.type) ? RECORD_TYPES[record.type].counts : 'nothing';
  return counts !== 'nothing' && isOneOf(counts.statuses, record.status);
}
