import type { Result } from '../core/result.ts';
import { checkRecord } from '../records/check-record.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { rulesOf } from './rules-table.ts';

/**
 * Whether a value is a record that makes sense by itself: structure (`checkRecord`, with its `hasWholeTexts`), then what its
 * type demands beyond its schema. Errors: those of `checkRecord` and of the type's `check`.
 */
export function checkContent(value: unknown, hasWholeTexts = true): Result<AnyRecord> {
  const record = checkRecord(value, hasWholeTexts);
  if (!record.ok) return record;
  const content = rulesOf(record.value)?.check(record.value) ?? record;
  return content.ok ? record : content;
}
