import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

/** The January from which a cooperative may still choose to follow the present rule of pays: the next one after a day. */
export function nextJanuary(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1)}-01`;
}

/**
 * Whether a change of the employer's facts leaves the start of the present rule of pays alone, or chooses it once: the January
 * after the day it is written. Error: `rules.presentRule` (`month`: the January that may be chosen, or that was).
 */
export function checkPresentRule(before: AnyRecord | undefined, after: RecordOf<'employerFacts'>): Result<unknown> {
  const old = before !== undefined && isOfType(before, 'employerFacts') ? before.body.presentRuleFrom : undefined;
  const { presentRuleFrom } = after.body;
  if (presentRuleFrom === old) return ok(after);
  const month = old ?? nextJanuary(after.updatedAt);
  if (presentRuleFrom === month) return ok(after);
  return fail(appError('rules.presentRule', `the present rule starts at once or in ${month}`, { month }));
}
