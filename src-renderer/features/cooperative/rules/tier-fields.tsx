import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import type { RuleDraft, TierDraft } from './rule-draft.ts';
import { addTier } from './rule-draft.ts';

const MODES = ['marginal', 'global'] as const;

/** The tiers over the base of the fiscal year, the last one open. */
export function TierFields(props: {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { draft, onChange } = props;
  const last = draft.tiers.length - 1;

  function change(index: number, next: Partial<TierDraft>): void {
    onChange({ tiers: draft.tiers.map((tier, at) => (at === index ? { ...tier, ...next } : tier)) });
  }

  return (
    <Stack gap="xs">
      <ChoiceField
        label={t('field.tierMode')}
        maw={420}
        value={draft.tierMode}
        choices={MODES.map((value) => ({ value, label: t(`tierMode.${value}`) }))}
        onValue={(tierMode) => {
          onChange({ tierMode });
        }}
      />
      {draft.tiers.map((tier, index) => (
        // Tiers have no name of their own: their place is what tells them apart.
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap" maw={520}>
          {index === last ? (
            <Text flex={1} size="sm" pb={8}>
              {t('tierBeyond')}
            </Text>
          ) : (
            <AmountInput
              flex={1}
              label={t('tierUpTo', { position: index + 1 })}
              valueMinor={tier.upToCents}
              rightSection={<span aria-hidden="true">€</span>}
              onValue={(upToCents) => {
                change(index, { upToCents });
              }}
            />
          )}
          <RateInput
            w={100}
            label={t('tierRate', { position: index + 1 })}
            rate={tier.ratePpm}
            onValue={(ratePpm) => {
              change(index, { ratePpm });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={t('removeTier', { position: index + 1 })}
            disabled={index === last || draft.tiers.length <= 2}
            onClick={() => {
              onChange({ tiers: draft.tiers.filter((_, at) => at !== index) });
            }}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="light"
          size="compact-sm"
          disabled={draft.tiers.length >= 10}
          onClick={() => {
            onChange({ tiers: addTier(draft.tiers) });
          }}
        >
          {t('addTier')}
        </Button>
      </Group>
    </Stack>
  );
}
