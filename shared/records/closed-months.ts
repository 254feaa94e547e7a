import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import type { MonthFact } from './record-facts.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';
import { monthOf } from '../time/month.ts';

/** Whether what is dated so would move the account in a closed month. `closedThrough` as in {@link checkClosedMonths}. */
export function isInClosedMonth(date: string, closedThrough: string | undefined): boolean {
  return closedThrough !== undefined && monthOf(date) <= closedThrough;
}

/**
 * Whether a write leaves closed months alone: nothing that moves the activity account is added to, taken from or changed in
 * a month up to `closedThrough` (`YYYY-MM`, undefined when no month is closed). Drafts of invoices move nothing, and of a pay
 * only what makes it count or count no more. Error: `period.closed` (`month`: the last closed one).
 */
export function checkClosedMonths(
  before: AnyRecord | undefined,
  after: AnyRecord,
  closedThrough: string | undefined,
): Result<AnyRecord> {
  if (closedThrough === undefined) return ok(after);
  // What no server ever took stands in no closed month: it may still be dated in an open one.
  const wasTaken = before !== undefined && before.rev !== '';
  const taken = wasTaken ? before : undefined;
  if (!touchedDates(taken, after).some((date) => isInClosedMonth(date, closedThrough))) return ok(after);
  return fail(appError('period.closed', `months up to ${closedThrough} are closed`, { month: closedThrough }));
}

/** The dates at which a write adds, takes or changes something. */
function touchedDates(taken: AnyRecord | undefined, after: AnyRecord): string[] {
  const both = taken === undefined ? [after] : [taken, after];
  const standing = both.filter(isInItsMonth);
  const isOnlyPassing = monthFactOf(after).belongs === 'entering' && standing.length !== 1;
  return isOnlyPassing ? [] : standing.map(({ date }) => date);
}

/** Whether a record stands in the month of its date, as the facts of its type say: a pay that was not refused, an issued invoice. */
export function isInItsMonth(record: AnyRecord): boolean {
  const fact = monthFactOf(record);
  return 'statuses' in fact ? fact.statuses.includes(record.status) : fact.belongs === 'always';
}

function monthFactOf({ type }: AnyRecord): MonthFact {
  return isRecordType(type) ? RECORD_TYPES[type].month : { belongs: 'never' };
}
