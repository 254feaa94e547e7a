import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ContributionRule, MemberStatus } from '../records/contribution-rule.ts';

/** Whom a rule is looked for. */
export interface RuleHolder {
  readonly status: MemberStatus;
  readonly activityId: string;
}

/**
 * The rule in force on a date for a member: one for their activity before one for their status before one for everybody;
 * among those the latest that starts on or before the date, the last of the list when two start together.
 * Error: `contribution.noRule` (`date`).
 */
export function findContributionRule(
  rules: readonly ContributionRule[],
  date: string,
  holder: RuleHolder,
): Result<ContributionRule> {
  let found: ContributionRule | undefined;
  for (const rule of rules) {
    if (rule.from > date || !isFor(rule, holder)) continue;
    if (found === undefined || rank(rule) > rank(found) || (rank(rule) === rank(found) && rule.from >= found.from)) {
      found = rule;
    }
  }
  if (found !== undefined) return ok(found);
  return fail(appError('contribution.noRule', `no contribution rule on ${date}`, { date }));
}

function isFor({ activityIds, statuses }: ContributionRule, { activityId, status }: RuleHolder): boolean {
  if (activityIds !== undefined) return activityIds.includes(activityId);
  return statuses === undefined || statuses.includes(status);
}

function rank({ activityIds, statuses }: ContributionRule): number {
  return activityIds !== undefined ? 2 : statuses !== undefined ? 1 : 0;
}
