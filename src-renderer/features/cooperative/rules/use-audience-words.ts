import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** Whom a rule is for, in words, and the activities to choose from. */
export function useAudienceWords(): {
  readonly audience: (rule: Pick<ContributionRule, 'statuses' | 'activityIds'>) => string;
  readonly activities: readonly { readonly value: string; readonly label: string }[];
} {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  const activities = useRecords(store.image('network'), 'activitySettings')
    .filter(({ status }) => status === 'active')
    .map(({ activityId, body }) => ({ value: activityId, label: `${body.name} (${entrepreneurName(body)})` }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const labelOf = (id: string): string => activities.find(({ value }) => value === id)?.label ?? id;
  return {
    activities,
    audience: ({ statuses, activityIds }) => {
      if (activityIds !== undefined) return activityIds.map(labelOf).join(', ');
      return statuses === undefined ? t('everybody') : statuses.map((status) => t(`status.${status}`)).join(', ');
    },
  };
}
