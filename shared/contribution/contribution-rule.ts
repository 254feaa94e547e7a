import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { applyRate } from '../money/rate.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';

/** The cooperative contribution of one month: base × rate under one dated rule. */
export interface ContributionLine {
  readonly month: string;
  readonly baseCents: number;
  readonly ratePpm: number;
  readonly amountCents: number;
  readonly ruleVersion: string;
  readonly ruleFrom: string;
  readonly source: string;
  readonly base: ContributionRule['base'];
}

/** The rule in force on a date: the latest one that starts on or before it. Error: `contribution.noRule`. */
export function findContributionRule(rules: readonly ContributionRule[], date: string): Result<ContributionRule> {
  let found: ContributionRule | undefined;
  for (const rule of rules) if (rule.from <= date && (found === undefined || rule.from >= found.from)) found = rule;
  return found === undefined
    ? fail(appError('contribution.noRule', `no contribution rule on ${date}`, { date }))
    : ok(found);
}

/**
 * The contribution on a month's turnover excluding VAT, rounded half up to the cent. The rule in force on the first day of
 * the month applies to the whole month; a negative base (refunds) gives the contribution back.
 */
export function computeContribution(rule: ContributionRule, month: string, baseCents: number): ContributionLine {
  return {
    month,
    baseCents,
    ratePpm: rule.ratePpm,
    amountCents: applyRate(baseCents, rule.ratePpm),
    ruleVersion: rule.version,
    ruleFrom: rule.from,
    source: rule.source,
    base: rule.base,
  };
}
