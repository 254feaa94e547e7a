import type { ActivityAccount } from '../ledger/activity-account.ts';
import type { ContributionTerms, MemberTerms } from '../ledger/contribution-run.ts';
import { addTurnover, contributeMonth, contributionSums } from '../ledger/contribution-run.ts';
import { emptyMonthSum } from '../ledger/month-sums.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { PayScenario } from '../records/pay-plan.ts';
import { monthOf } from '../time/month.ts';
import type { PlannedMargin } from './planned-month.ts';

/**
 * What each month of a scenario earns. The running month's turnover and charges are those still to come; its contribution is
 * that of the whole month. Planned charges are not counted as purchases, so a contribution on gross margin is, if anything,
 * too high. Error: `contribution.noRule`.
 */
export function planMargins(
  member: MemberTerms,
  cooperative: ContributionTerms,
  account: Pick<ActivityAccount, 'asOf' | 'running'>,
  months: PayScenario['months'],
): Result<readonly PlannedMargin[]> {
  const planned: PlannedMargin[] = [];
  let running = account.running;
  for (const { month, turnoverCents, chargesCents } of months) {
    const current = month === monthOf(account.asOf) ? account.running : undefined;
    const sums = addTurnover(current?.sums ?? contributionSums(emptyMonthSum()), turnoverCents);
    const step = contributeMonth(member, cooperative, month, sums, current?.before ?? running?.year);
    if (!step.ok) return step;
    running = step.value;
    const { contribution } = running;
    const countedCents = current?.contribution.amountCents ?? 0;
    const marginCents = turnoverCents - chargesCents - (contribution.amountCents - countedCents);
    planned.push({ month, turnoverCents, chargesCents, contribution, countedCents, marginCents });
  }
  return ok(planned);
}
