import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { monthOf } from '../time/month.ts';
import type { PublishedRules } from './published-rules.ts';
import { standingPart } from './settings-parts.ts';

/** From the zone where a day begins first (UTC+14): what is not over there is over nowhere. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** Whether a month is over on a day of the writer's own calendar. Error: `rules.monthNotOver` (`month`). */
export function checkMonthOver(month: string, today: string): Result<string> {
  if (month < monthOf(today)) return ok(month);
  return fail(appError('rules.monthNotOver', `${month} is not over`, { month }));
}

/**
 * Whether a closing closes no month that still ran somewhere when it was written; opening months again is always possible.
 * Error: `rules.monthNotOver` (`month`).
 */
export function checkClosing(
  before: AnyRecord | undefined,
  after: RecordOf<'closing'>,
  { former }: Pick<PublishedRules, 'former'>,
): Result<unknown> {
  const closedThrough = standingPart('closing', after, former)?.closedThrough ?? '';
  const closedBefore = standingPart('closing', before, former)?.closedThrough ?? '';
  if (closedThrough <= closedBefore) return ok(after);
  const latestToday = new Date(Date.parse(after.updatedAt) + EARLIEST_ZONE_MS).toISOString();
  return checkMonthOver(closedThrough, latestToday);
}
