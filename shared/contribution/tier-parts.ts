import { applyRate } from '../money/rate.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { ContributionYear } from './contribution-year.ts';
import type { ContributionPart } from './contribution-part.ts';

/** The lines on a month's base: one rate, the slices of the year's tiers, or the year at the rate of the tier reached. */
export function tierParts(rule: ContributionRule, baseCents: number, year: ContributionYear): ContributionPart[] {
  const { tiers, ratePpm } = rule;
  if (tiers === undefined) {
    return [{ code: 'rate', baseCents, ratePpm, amountCents: applyRate(baseCents, ratePpm) }];
  }
  return rule.tierMode === 'global' ? [globalPart(rule, baseCents, year)] : slices(tiers, baseCents, year.baseCents);
}

type Tiers = NonNullable<ContributionRule['tiers']>;

/** What of the year's base falls in each tier with this month, less what fell there before. */
function slices(tiers: Tiers, baseCents: number, beforeCents: number): ContributionPart[] {
  const parts: ContributionPart[] = [];
  // A base below zero belongs to the first tier.
  let fromCents = Number.NEGATIVE_INFINITY;
  for (const { upToCents = Number.POSITIVE_INFINITY, ratePpm } of tiers) {
    const within = (totalCents: number): number => Math.min(Math.max(totalCents, fromCents), upToCents);
    const sliceCents = within(beforeCents + baseCents) - within(beforeCents);
    if (sliceCents !== 0) {
      parts.push({ code: 'tier', baseCents: sliceCents, ratePpm, amountCents: applyRate(sliceCents, ratePpm) });
    }
    fromCents = upToCents;
  }
  return parts;
}

function globalPart({ tiers = [] }: ContributionRule, baseCents: number, year: ContributionYear): ContributionPart {
  const totalCents = year.baseCents + baseCents;
  const reached = tiers.find(({ upToCents }) => upToCents === undefined || totalCents <= upToCents) ?? tiers.at(-1);
  const ratePpm = reached?.ratePpm ?? 0;
  const alreadyCents = year.onBaseCents;
  return {
    code: 'global',
    baseCents: totalCents,
    ratePpm,
    alreadyCents,
    amountCents: applyRate(totalCents, ratePpm) - alreadyCents,
  };
}
