import { memberStatusIn } from '../../../../shared/contract/contract-in.ts';
import { findContributionRule } from '../../../../shared/contribution/find-contribution-rule.ts';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import { firstDay, isMonth, monthOf } from '../../../../shared/time/month.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';

/** The contribution rule of this member in the month of a date; undefined while settings are missing or no date is typed. */
export function useContributionRule(date: string): ContributionRule | undefined {
  const { store } = useSession();
  const settings = useRecords(store.book, 'activitySettings').find(({ status }) => status === 'active');
  const cooperative = useCooperative();
  const month = monthOf(date);
  if (settings === undefined || cooperative === undefined || !isMonth(month)) return undefined;
  const { activityId, body } = settings;
  const holder = { activityId, status: memberStatusIn(body, month) };
  const rule = findContributionRule(cooperative.body.contributionRules, firstDay(month), holder);
  return rule.ok ? rule.value : undefined;
}
