import { useMemo } from 'react';
import type { ActivityGroups } from '../../../../shared/network/group-by-activity.ts';
import { groupByActivity } from '../../../../shared/network/group-by-activity.ts';
import type { ContributionImpact } from '../../../../shared/network/contribution-impact.ts';
import {
  activeSettingsOf,
  contributionOfYear,
  rulesWithDraft,
} from '../../../../shared/network/contribution-impact.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** The impact on one activity, with its settings to name it. */
type NamedImpact = ContributionImpact & { readonly settings: ActivitySettingsBody };

/** The contribution of every activity of the network under the rules as they are and with a draft among them. */
export function useContributionImpacts(
  { body }: SettingsInForce,
  old: ContributionRule | undefined,
  draft: ContributionRule,
  today: string,
): { readonly impacts: readonly NamedImpact[]; readonly isReading: boolean } {
  const { store } = useSession();
  const image = store.image('network');
  const groups = useFromImage(
    image,
    (): ActivityGroups | undefined => (image.isComplete ? groupByActivity(image.all()) : undefined),
    [image],
  );
  const before = useMemo(() => contributionsBy(groups, body, today), [groups, body, today]);
  const impacts = useMemo(() => {
    const after = contributionsBy(
      groups,
      { ...body, contributionRules: rulesWithDraft(body, old, draft, today) },
      today,
    );
    return [...after].map(([activityId, { settings, cents }]) => ({
      activityId,
      settings,
      currency: settings.currency,
      beforeCents: before.get(activityId)?.cents ?? 0,
      afterCents: cents,
    }));
  }, [groups, before, body, old, draft, today]);
  return { impacts, isReading: groups === undefined };
}

type Contributions = ReadonlyMap<string, { readonly settings: ActivitySettingsBody; readonly cents: number }>;

/** Activities whose contribution cannot be computed are left out. */
function contributionsBy(
  groups: ActivityGroups | undefined,
  terms: Parameters<typeof contributionOfYear>[1],
  today: string,
): Contributions {
  const found = new Map<string, { settings: ActivitySettingsBody; cents: number }>();
  for (const [activityId, records] of groups ?? []) {
    const settings = activeSettingsOf(records);
    if (settings === undefined) continue;
    const cents = contributionOfYear(settings, terms, records, today);
    if (cents.ok) found.set(activityId, { settings: settings.body, cents: cents.value });
  }
  return found;
}
