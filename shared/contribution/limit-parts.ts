import type { ContributionRule } from '../records/contribution-rule.ts';
import type { ContributionYear } from './contribution-year.ts';
import type { ContributionPart } from './contribution-part.ts';

/**
 * What the limits of a rule add to or take off a month's contribution. Yearly limits look at the year so far: the most is kept
 * month by month, the least is made up in the last month of the fiscal year.
 */
export function limitParts(
  rule: ContributionRule,
  monthCents: number,
  year: ContributionYear,
  isYearEnd: boolean,
): ContributionPart[] {
  const isYearly = rule.limitsPer === 'year';
  const { minimumCents, maximumCents } = rule;
  const dueCents = isYearly ? year.unlimitedCents + monthCents : monthCents;
  const paidCents = isYearly ? year.limitedCents : 0;
  const leastCents = isYearly && !isYearEnd ? undefined : minimumCents;
  const mostCents = Math.min(dueCents, maximumCents ?? dueCents);
  const limitedCents = Math.max(mostCents, leastCents ?? mostCents);
  const addedCents = limitedCents - paidCents - monthCents;
  if (addedCents === 0) return [];
  // A month that made up the yearly minimum is corrected by the same line when the year goes on.
  return [{ code: addedCents > 0 ? 'minimum' : 'maximum', baseCents: 0, ratePpm: 0, amountCents: addedCents }];
}
