import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';

/** Whether dated facts start on different days: of two on one day, nobody could say which counts. Error: `rules.sameDate` (`date`). */
export function checkDistinctDates<T extends { readonly from: string }>(facts: readonly T[]): Result<readonly T[]> {
  const seen = new Set<string>();
  for (const { from } of facts) {
    if (seen.has(from)) return fail(appError('rules.sameDate', `two start on ${from}`, { date: from }));
    seen.add(from);
  }
  return ok(facts);
}
