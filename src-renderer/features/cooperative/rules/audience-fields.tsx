import { MultiSelect, NativeSelect, SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDraft } from './rule-draft.ts';
import { StatusField } from './status-field.tsx';
import { useAudienceWords } from './use-audience-words.ts';

const AUDIENCES = ['all', 'statuses', 'activities'] as const;

/** Whom a contribution rule is for. */
export function AudienceFields(props: {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { activities } = useAudienceWords();
  const { draft, onChange } = props;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        label={t('audience')}
        value={draft.audience}
        data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
        onChange={(event) => {
          onChange({ audience: event.currentTarget.value as RuleDraft['audience'] }); // options are exactly these
        }}
      />
      {draft.audience === 'statuses' && (
        <StatusField
          label={t('field.statuses')}
          value={draft.statuses}
          onChange={(statuses) => {
            onChange({ statuses });
          }}
        />
      )}
      {draft.audience === 'activities' && (
        <MultiSelect
          label={t('field.activityIds')}
          data={activities}
          value={[...draft.activityIds]}
          searchable
          onChange={(activityIds) => {
            onChange({ activityIds });
          }}
        />
      )}
    </SimpleGrid>
  );
}
