import type {
  ContributionStep,
  ContributionSums,
  ContributionYear,
  MonthContribution,
} from '../contribution/compute-contribution.ts';
import { computeContribution, emptyContributionYear } from '../contribution/compute-contribution.ts';
import { findContributionRule } from '../contribution/find-contribution-rule.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import { addMonths, firstDay } from '../time/month.ts';
import { contractIn, memberStatusOf } from './contract-in.ts';
import { fiscalYearOf } from './fiscal-year.ts';
import type { MonthSum } from './month-sums.ts';

/** What the cooperative decided about contributions. */
export type ContributionTerms = Pick<CooperativeSettingsBody, 'contributionRules' | 'fiscalYearStartMonth'>;

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
  sum: MonthSum,
  yearBefore: ContributionYear | undefined,
): Result<RunningContribution> {
  const contract = contractIn(member, month);
  const status = memberStatusOf(contract.ok ? contract.value : member.contract);
  const holder = { status, activityId: member.activityId };
  const rule = findContributionRule(cooperative.contributionRules, firstDay(month), holder);
  if (!rule.ok) return rule;
  const startMonth = cooperative.fiscalYearStartMonth ?? 1;
  const isYearStart = fiscalYearOf(month, startMonth) === month;
  const isYearEnd = fiscalYearOf(addMonths(month, 1), startMonth) === addMonths(month, 1);
  const { version } = rule.value;
  const isGoingOn = !isYearStart && yearBefore?.ruleVersion === version;
  const before = isGoingOn ? yearBefore : emptyContributionYear(version);
  const sums = contributionSums(sum);
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
  const { rule, sums, before, isYearEnd, contribution } = running;
  const more: ContributionSums = {
    ...sums,
    collectedCents: sums.collectedCents + netCents,
    invoicedCents: sums.invoicedCents + netCents,
  };
  return contributionWith(rule, contribution, more, before, isYearEnd) - contribution.amountCents;
}

function contributionWith(
  rule: ContributionRule,
  { month }: MonthContribution,
  sums: ContributionSums,
  before: ContributionYear,
  isYearEnd: boolean,
): number {
  return computeContribution(rule, month, sums, before, isYearEnd).contribution.amountCents;
}

/** Charges are negative movements, purchases of the contribution positive amounts. */
function contributionSums(sum: MonthSum): ContributionSums {
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
