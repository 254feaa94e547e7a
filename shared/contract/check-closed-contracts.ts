import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import { lastDay, monthOf, monthsBetween } from '../time/month.ts';
import { contractsOf, memberStatusIn } from './contract-in.ts';

/**
 * Whether new settings of an activity leave the months up to `closedThrough` (`YYYY-MM`, undefined when none is closed) as they
 * were: nobody's status in one, no day under contract in one and no account taken over in one changes. Errors: `contract.closedMonths`,
 * `contract.openingClosed` (`month`).
 */
export function checkClosedContracts(
  old: ActivitySettingsBody,
  next: ActivitySettingsBody,
  closedThrough: string | undefined,
): Result<ActivitySettingsBody> {
  if (closedThrough === undefined) return ok(next);
  const opening = old.openingDate < next.openingDate ? old.openingDate : next.openingDate;
  const isTakenOver =
    monthOf(opening) <= closedThrough &&
    (old.openingDate !== next.openingDate ||
      old.openingBalanceCents !== next.openingBalanceCents ||
      old.currency !== next.currency);
  if (isTakenOver) {
    return fail(
      appError('contract.openingClosed', 'the account was taken over in a closed month', { month: closedThrough }),
    );
  }
  const isSameStatus = monthsBetween(monthOf(next.openingDate), closedThrough).every(
    (month) => memberStatusIn(old, month) === memberStatusIn(next, month),
  );
  const [first, last] = [next.openingDate, lastDay(closedThrough)];
  if (isSameStatus && daysUnderContract(old, first, last) === daysUnderContract(next, first, last)) return ok(next);
  return fail(appError('contract.closedMonths', `a closed month would change`, { month: closedThrough }));
}

/** From when to when contracts ran between two days, as one text. */
function daysUnderContract(settings: ActivitySettingsBody, first: string, last: string): string {
  return contractsOf(settings)
    .map(({ startDate, endDate = last }) => [startDate < first ? first : startDate, endDate < last ? endDate : last])
    .filter(([from = '', to = '']) => from <= to)
    .join(' ');
}
