import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../shared/core/result.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import type { RulesPart } from '../../../data/commands/cooperative/save-cooperative-rules.ts';
import { saveCooperativeRules } from '../../../data/commands/cooperative/save-cooperative-rules.ts';
import { useSession } from '../../../session/session-context.tsx';
import { replaceItem } from './replace-item.ts';

type ListName =
  | 'contributionRules'
  | 'extraPayLines'
  | 'benefits'
  | 'employerFacts'
  | 'countryProfiles'
  | 'generalMeetings'
  | 'withholdingGrids'
  | 'payDays';
type Item<K extends ListName> = NonNullable<CooperativeSettings[K]>[number];

/** Saves one item of a list of the rules: added without `old`, taken away without `next`. */
export function useSaveList<K extends ListName>(
  cooperative: SettingsInForce,
  part: RulesPart,
  list: K,
): (old: Item<K> | undefined, next: Item<K> | undefined) => Promise<Result<unknown>> {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  return async (old, next) => {
    const items: readonly Item<K>[] = cooperative.body[list] ?? [];
    const replaced = replaceItem(items, old, next);
    if (!replaced.ok) return replaced;
    const done = await saveCooperativeRules(store, cooperative, part, { [list]: replaced.value });
    if (done.ok && next !== undefined) notifications.show({ message: t('saved') });
    return done;
  };
}
