import type { MonthContribution } from '../contribution/compute-contribution.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import { isCounted } from '../records/counted.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { monthOf, monthsBetween } from '../time/month.ts';
import type { ContributionTerms, MemberTerms, RunningContribution } from './contribution-run.ts';
import { contributeMonth, contributionSums } from './contribution-run.ts';
import type { MonthSum } from './month-sums.ts';
import { emptyMonthSum, sumByMonth } from './month-sums.ts';
import { listMovements } from './list-movements.ts';
import { isInCurrency } from './own-currency.ts';

/** One month of the activity account; all amounts in cents, charges and cost as positive amounts. */
export interface AccountMonth {
  readonly month: string;
  readonly openingCents: number;
  readonly collectedCents: number;
  readonly invoicedCents: number;
  readonly otherIncomeCents: number;
  readonly chargesCents: number;
  readonly contribution: MonthContribution;
  /** Collected turnover + other income − charges − contribution. */
  readonly marginCents: number;
  readonly employerCostCents: number;
  /** Opening + margin − employer cost. */
  readonly closingCents: number;
}

/** The activity account up to a date. */
export interface ActivityAccount {
  readonly asOf: string;
  readonly months: readonly AccountMonth[];
  readonly balanceCents: number;
  /** What may be paid out as employer cost: balance − reserve target, never below zero. */
  readonly availableCents: number;
  readonly reserveTargetCents: number;
  /** Records that would count and are in another currency than the book: of no month, in no sum. */
  readonly otherCurrencyCount: number;
  /** Where the contribution stands in the month of `asOf`: what one more turnover would cost follows from it. */
  readonly running?: RunningContribution;
}

/** What the account needs to know of an activity. */
export type AccountSettings = Pick<
  ActivitySettingsBody,
  'currency' | 'openingBalanceCents' | 'openingDate' | 'reserveTargetCents'
> &
  MemberTerms;

/**
 * Computes the activity account from the records of a book: month by month from the opening date to the month of `asOf`.
 * Movements in another currency than the activity's count for nothing. Movements before the opening date are part of the opening balance and do not count again; movements after `asOf` wait.
 * Error: `contribution.noRule` when a month has no rule in force.
 */
export function computeActivityAccount(
  settings: AccountSettings,
  cooperative: ContributionTerms,
  records: readonly AnyRecord[],
  asOf: string,
): Result<ActivityAccount> {
  const sums = sumByMonth(listMovements(records, settings.currency), settings.openingDate, asOf);
  const months: AccountMonth[] = [];
  let balance = settings.openingBalanceCents;
  let running: RunningContribution | undefined;
  for (const month of monthsBetween(monthOf(settings.openingDate), monthOf(asOf))) {
    const sum = sums.get(month) ?? emptyMonthSum();
    const next = contributeMonth(settings, cooperative, month, contributionSums(sum), running?.year);
    if (!next.ok) return next;
    running = next.value;
    const account = accountMonth(month, balance, sum, running);
    months.push(account);
    balance = account.closingCents;
  }
  const { reserveTargetCents } = settings;
  return ok({
    asOf,
    months,
    balanceCents: balance,
    availableCents: Math.max(0, balance - reserveTargetCents),
    reserveTargetCents,
    otherCurrencyCount: records.filter((one) => isCounted(one) && !isInCurrency(one, settings.currency)).length,
    ...(running && { running }),
  });
}

function accountMonth(
  month: string,
  openingCents: number,
  sum: MonthSum,
  { contribution }: RunningContribution,
): AccountMonth {
  const marginCents = sum.collected + sum.otherIncome + sum.charge - contribution.amountCents;
  return {
    month,
    openingCents,
    collectedCents: sum.collected,
    invoicedCents: sum.invoiced,
    otherIncomeCents: sum.otherIncome,
    chargesCents: 0 - sum.charge,
    contribution,
    marginCents,
    employerCostCents: 0 - sum.pay,
    closingCents: openingCents + marginCents + sum.pay,
  };
}
