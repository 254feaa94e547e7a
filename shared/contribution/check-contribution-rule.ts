import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';

/**
 * Whether a rule can be computed with: tiers that rise and end open, limits in their order and with their period, a source.
 * Error: `contribution.invalidRule` with `field`.
 */
export function checkContributionRule(rule: ContributionRule): Result<ContributionRule> {
  const field = findWrongField(rule);
  return field === undefined
    ? ok(rule)
    : fail(appError('contribution.invalidRule', `contribution rule refused: ${field}`, { field }));
}

function findWrongField(rule: ContributionRule): string | undefined {
  const { tiers, tierMode, minimumCents, maximumCents, limitsPer } = rule;
  if (rule.version.trim() === '') return 'version';
  if (rule.source.trim() === '') return 'source';
  if (tiers !== undefined && !doTiersRise(tiers)) return 'tiers';
  if (tiers !== undefined && tierMode === undefined) return 'tierMode';
  if ((minimumCents ?? 0) > (maximumCents ?? Number.POSITIVE_INFINITY)) return 'maximumCents';
  if ((minimumCents !== undefined || maximumCents !== undefined) && limitsPer === undefined) return 'limitsPer';
  return undefined;
}

function doTiersRise(tiers: NonNullable<ContributionRule['tiers']>): boolean {
  return tiers.every(({ upToCents }, index) => {
    if (index === tiers.length - 1) return upToCents === undefined;
    return upToCents !== undefined && upToCents > (tiers[index - 1]?.upToCents ?? 0);
  });
}
