import { memberStatusIn } from '../contract/contract-in.ts';
import { findContributionRule } from '../contribution/find-contribution-rule.ts';
import type { AppError } from '../core/errors.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { RecordOf } from '../records/registry.ts';
import { firstDay, monthOf, monthsBetween } from '../time/month.ts';

/** The first month, up to `through` (`YYYY-MM`), of one of the activities that no rule covers: its `contribution.noRule`. */
export function findUncovered(
  settings: readonly RecordOf<'activitySettings'>[],
  rules: readonly ContributionRule[],
  through: string,
): AppError | undefined {
  for (const { activityId, status, body } of settings) {
    if (status !== 'active') continue;
    for (const month of monthsBetween(monthOf(body.openingDate), through)) {
      const holder = { activityId, status: memberStatusIn(body, month) };
      const rule = findContributionRule(rules, firstDay(month), holder);
      if (!rule.ok) return rule.error;
    }
  }
  return undefined;
}
