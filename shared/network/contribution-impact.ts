import { computeActivityAccount } from '../ledger/activity-account.ts';
import type { ContributionTerms } from '../ledger/contribution-run.ts';
import { fiscalYearOf } from '../time/fiscal-year.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import { firstDay, monthOf } from '../time/month.ts';

/** What a change of the rules does to the contribution of one activity over the running fiscal year, in minor units. */
export interface ContributionImpact {
  readonly activityId: string;
  readonly currency: string;
  readonly beforeCents: number;
  readonly afterCents: number;
}

/** What it does to all activities of one currency together. */
export type ImpactSum = Omit<ContributionImpact, 'activityId'>;

/** The active settings among the records of one activity. */
export function activeSettingsOf(records: readonly AnyRecord[]): RecordOf<'activitySettings'> | undefined {
  return records.find((record) => isOfType(record, 'activitySettings') && record.status === 'active') as
    RecordOf<'activitySettings'> | undefined; // found by its type
}

/**
 * The contribution of an activity from the first month of the fiscal year to the month of `asOf`, in minor units of its
 * currency. Error: `contribution.noRule` (`date`).
 */
export function contributionOfYear(
  settings: RecordOf<'activitySettings'>,
  terms: ContributionTerms,
  records: readonly AnyRecord[],
  asOf: string,
): Result<number> {
  const { activityId, body } = settings;
  const account = computeActivityAccount({ ...body, activityId }, terms, records, asOf);
  if (!account.ok) return account;
  const from = fiscalYearOf(monthOf(asOf), terms.fiscalYearStartMonth ?? 1);
  const inYear = account.value.months.filter(({ month }) => month >= from);
  return ok(inYear.reduce((sum, { contribution }) => sum + contribution.amountCents, 0));
}

/**
 * The rules with one that is being drafted, `old` taken out. A draft that starts after `asOf` is put in force from the first
 * day of the running fiscal year, so that what it will change shows in a year that is known.
 */
export function rulesWithDraft(
  terms: ContributionTerms,
  old: ContributionRule | undefined,
  draft: ContributionRule,
  asOf: string,
): ContributionRule[] {
  const others = terms.contributionRules.filter((rule) => rule !== old);
  if (draft.from <= asOf) return [...others, draft];
  const start = firstDay(fiscalYearOf(monthOf(asOf), terms.fiscalYearStartMonth ?? 1));
  // Of two that start together the last of the list applies: the draft goes before whatever starts within the year.
  const starts = new Set([start, ...others.map(({ from }) => from).filter((from) => start < from && from <= asOf)]);
  return [...others, ...[...starts].map((from) => ({ ...draft, from }))];
}

/** What a change does to all of them, one sum a currency. */
export function sumContributionImpacts(impacts: readonly ContributionImpact[]): readonly ImpactSum[] {
  const sums = new Map<string, ImpactSum>();
  for (const { currency, beforeCents, afterCents } of impacts) {
    const sum = sums.get(currency) ?? { currency, beforeCents: 0, afterCents: 0 };
    sums.set(currency, {
      currency,
      beforeCents: sum.beforeCents + beforeCents,
      afterCents: sum.afterCents + afterCents,
    });
  }
  return [...sums.values()];
}
