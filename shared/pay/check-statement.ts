import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';

/**
 * Whether a pay is one that can be made: its net before tax is above zero. (Its cost may be below its gross, even below zero,
 * where the year gives back general reduction.) Error: `salary.nothingToPay`.
 */
export function checkStatement(statement: RecordOf<'salaryStatement'>): Result<RecordOf<'salaryStatement'>> {
  if (statement.body.totals.netBeforeTaxCents > 0) return ok(statement);
  return fail(appError('salary.nothingToPay', 'the net of this pay is not above zero'));
}
