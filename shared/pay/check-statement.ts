import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { isOfType } from '../records/registry.ts';

/**
 * Whether a pay is one that can be made: its net before tax is above zero. (Its cost may be below its gross, even below zero,
 * where the year gives back general reduction.) Error: `salary.nothingToPay`. Other records pass.
 */
export function checkStatement(record: AnyRecord): Result<AnyRecord> {
  if (!isOfType(record, 'salaryStatement') || record.body.totals.netBeforeTaxCents > 0) return ok(record);
  return fail(appError('salary.nothingToPay', 'the net of this pay is not above zero'));
}
