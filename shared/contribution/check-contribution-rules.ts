import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import { checkContributionRule } from './check-contribution-rule.ts';

/**
 * Whether rules can stand beside each other: each can be computed with, and no name stands twice, because the year of a
 * member goes on as long as the name stays. Errors: `contribution.invalidRule` (`name`, `field`), `rules.sameName` (`name`).
 */
export function checkContributionRules(rules: readonly ContributionRule[]): Result<readonly ContributionRule[]> {
  const names = new Set<string>();
  for (const rule of rules) {
    const { version: name } = rule;
    const checked = checkContributionRule(rule);
    if (!checked.ok) return fail({ ...checked.error, details: { ...checked.error.details, name } });
    if (names.has(name)) return fail(appError('rules.sameName', `two contribution rules are named ${name}`, { name }));
    names.add(name);
  }
  return ok(rules);
}
