import type { ContributionStep, ContributionSums, MonthContribution } from '../contribution/compute-contribution.ts';
import { computeContribution } from '../contribution/compute-contribution.ts';
import type { ContributionYear } from '../contribution/contribution-year.ts';
import { emptyContributionYear } from '../contribution/contribution-year.ts';
import { findContributionRule } from '../contribution/find-contribution-rule.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { addMonths, firstDay } from '../time/month.ts';
import { memberStatusIn } from '../contract/contract-in.ts';
import { fiscalYearOf } from '../time/fiscal-year.ts';
import type { MonthSum } from './month-sums.ts';

/** What the cooperative decided about contributions. */
export type ContributionTerms = Pick<CooperativeSettings, 'contributionRules' | 'fiscalYearStartMonth'>;

/** Who a member is, as rules tell members apart. */
export type MemberTerms = Pick<ActivitySettingsBody, 'contract' | 'contracts'> & { readonly activityId: string };

/** The contribution of a month, and what it was computed from: enough to see what one more turnover would cost. */
export interface RunningContribution extends ContributionStep {
  readonly rule: ContributionRule;
  readonly sums: ContributionSums;
  readonly before: ContributionYear;
  readonly isYearEnd: boolean;
}

/**
 * The contribution of one month under the rule in force on its first day, going on from the months of the fiscal year before.
 * Error: `contribution.noRule`.
 */
export function contributeMonth(
  member: MemberTerms,
  cooperative: ContributionTerms,
  month: string,
  sums: ContributionSums,
  yearBefore: ContributionYear | undefined,
): Result<RunningContribution> {
  const holder = { status: memberStatusIn(member, month), activityId: member.activityId };
  const rule = findContributionRule(cooperative.contributionRules, firstDay(month), holder);
  if (!rule.ok) return rule;
  const startMonth = cooperative.fiscalYearStartMonth ?? 1;
  const isYearStart = fiscalYearOf(month, startMonth) === month;
  const isYearEnd = fiscalYearOf(addMonths(month, 1), startMonth) === addMonths(month, 1);
  const { version } = rule.value;
  const isGoingOn = !isYearStart && yearBefore?.ruleVersion === version;
  const before = isGoingOn ? yearBefore : emptyContributionYear(version);
  return ok({
    ...computeContribution(rule.value, month, sums, before, isYearEnd),
    rule: rule.value,
    sums,
    before,
    isYearEnd,
  });
}

/** What `netCents` more turnover in the running month adds to its contribution, in cents. */
export function contributionOnMore(running: RunningContribution, netCents: number): number {
  return contributionWithMore(running, netCents).amountCents - running.contribution.amountCents;
}

/** The running month's contribution with `netCents` more turnover, every line. */
export function contributionWithMore(running: RunningContribution, netCents: number): MonthContribution {
  const { rule, sums, before, isYearEnd, contribution } = running;
  return computeContribution(rule, contribution.month, addTurnover(sums, netCents), before, isYearEnd).contribution;
}

/** Turnover of customers outside the cooperative, invoiced and collected in the same month, on top of what there is. */
export function addTurnover(sums: ContributionSums, netCents: number): ContributionSums {
  return {
    ...sums,
    collectedCents: sums.collectedCents + netCents,
    invoicedCents: sums.invoicedCents + netCents,
  };
}

/** What the contribution looks at in a month: charges are negative movements, here purchases are positive amounts. */
export function contributionSums(sum: MonthSum): ContributionSums {
  return {
    collectedCents: sum.collected,
    invoicedCents: sum.invoiced,
    internalCollectedCents: sum.internalCollected,
    internalInvoicedCents: sum.internalInvoiced,
    purchasesCents: 0 - sum.purchases,
    flaggedCents: 0 - sum.flagged,
    flaggedPurchasesCents: 0 - sum.flaggedPurchases,
  };
}
