import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { monthOf } from '../time/month.ts';

/** Records that move the activity account on their date, whatever their status. */
const DATED = ['ledgerEntry', 'expense', 'payment'];

/**
 * Whether a write leaves closed months alone: nothing that moves the activity account is added to, taken from or changed in
 * a month up to `closedThrough` (`YYYY-MM`, undefined when no month is closed). Drafts of invoices and steps of pays move
 * nothing on their own date. Error: `period.closed` (`month`: the last closed one).
 */
export function checkClosedMonths(
  before: AnyRecord | undefined,
  after: AnyRecord,
  closedThrough: string | undefined,
): Result<AnyRecord> {
  if (closedThrough === undefined) return ok(after);
  // What no server ever took stands in no closed month: it may still be dated in an open one.
  const wasTaken = before !== undefined && before.rev !== '';
  const touched = [wasTaken ? before : undefined, after].filter(
    (record) => record !== undefined && movesAccount(record),
  );
  const isClosed = touched.some((record) => record !== undefined && monthOf(record.date) <= closedThrough);
  if (!isClosed) return ok(after);
  return fail(appError('period.closed', `months up to ${closedThrough} are closed`, { month: closedThrough }));
}

function movesAccount({ type, status }: AnyRecord): boolean {
  return DATED.includes(type) || (type === 'invoice' && status === 'issued');
}
