import type { ContributionLine } from '../contribution/contribution-rule.ts';
import { computeContribution, findContributionRule } from '../contribution/contribution-rule.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { firstDay, monthOf, monthsBetween } from '../time/month.ts';
import type { Movement } from './movement.ts';
import { listMovements } from './movement.ts';

/** One month of the activity account; all amounts in cents, charges and cost as positive amounts. */
export interface AccountMonth {
  readonly month: string;
  readonly openingCents: number;
  readonly collectedCents: number;
  readonly invoicedCents: number;
  readonly otherIncomeCents: number;
  readonly chargesCents: number;
  readonly contribution: ContributionLine;
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
}

/**
 * Computes the activity account from the records of a book: month by month from the opening date to the month of `asOf`.
 * Movements before the opening date are part of the opening balance and do not count again; movements after `asOf` wait.
 * Error: `contribution.noRule` when a month has no rule in force.
 */
export function computeActivityAccount(
  settings: Pick<ActivitySettingsBody, 'openingBalanceCents' | 'openingDate' | 'reserveTargetCents'>,
  rules: readonly ContributionRule[],
  records: Iterable<AnyRecord>,
  asOf: string,
): Result<ActivityAccount> {
  const sums = sumByMonth(listMovements(records), settings.openingDate, asOf);
  const months: AccountMonth[] = [];
  let balance = settings.openingBalanceCents;
  for (const month of monthsBetween(monthOf(settings.openingDate), monthOf(asOf))) {
    const rule = findContributionRule(rules, firstDay(month));
    if (!rule.ok) return rule;
    const sum = sums.get(month) ?? emptySum();
    const base = rule.value.base === 'invoiced' ? sum.invoiced : sum.collected;
    const contribution = computeContribution(rule.value, month, base);
    const margin = sum.collected + sum.otherIncome + sum.charge - contribution.amountCents;
    const closing = balance + margin + sum.pay;
    months.push({
      month,
      openingCents: balance,
      collectedCents: sum.collected,
      invoicedCents: sum.invoiced,
      otherIncomeCents: sum.otherIncome,
      chargesCents: 0 - sum.charge,
      contribution,
      marginCents: margin,
      employerCostCents: 0 - sum.pay,
      closingCents: closing,
    });
    balance = closing;
  }
  const { reserveTargetCents } = settings;
  return ok({
    asOf,
    months,
    balanceCents: balance,
    availableCents: Math.max(0, balance - reserveTargetCents),
    reserveTargetCents,
  });
}

type MonthSum = Record<Movement['kind'], number>;

function emptySum(): MonthSum {
  return { collected: 0, invoiced: 0, otherIncome: 0, charge: 0, pay: 0 };
}

function sumByMonth(movements: readonly Movement[], from: string, to: string): Map<string, MonthSum> {
  const sums = new Map<string, MonthSum>();
  for (const movement of movements) {
    if (movement.date < from || movement.date > to) continue;
    const month = monthOf(movement.date);
    const sum = sums.get(month) ?? emptySum();
    sum[movement.kind] += movement.amountCents;
    sums.set(month, sum);
  }
  return sums;
}
