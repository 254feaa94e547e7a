import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { RuleDraft } from './rule-draft.ts';

const PERIODS = ['month', 'year'] as const;

/** Limits, monthly fee, purchases given back, internal invoices: everything of a rule that may be off. */
export function LimitFields(props: {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { draft, onChange } = props;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <AmountInput
          label={t('field.minimumCents')}
          placeholder={t('off')}
          valueMinor={draft.minimumCents}
          onValue={(minimumCents) => {
            onChange({ minimumCents });
          }}
        />
        <AmountInput
          label={t('field.maximumCents')}
          placeholder={t('off')}
          valueMinor={draft.maximumCents}
          onValue={(maximumCents) => {
            onChange({ maximumCents });
          }}
        />
        <NativeSelect
          label={t('field.limitsPer')}
          value={draft.limitsPer}
          data={PERIODS.map((value) => ({ value, label: t(`per.${value}`) }))}
          onChange={(event) => {
            onChange({ limitsPer: event.currentTarget.value as RuleDraft['limitsPer'] }); // options are exactly these
          }}
        />
        <AmountInput
          label={t('field.monthlyFeeCents')}
          placeholder={t('off')}
          valueMinor={draft.monthlyFeeCents}
          onValue={(monthlyFeeCents) => {
            onChange({ monthlyFeeCents });
          }}
        />
        <TextInput
          label={t('field.monthlyFeeLabel')}
          maxLength={200}
          value={draft.monthlyFeeLabel}
          onChange={(event) => {
            onChange({ monthlyFeeLabel: event.currentTarget.value });
          }}
        />
        <RateInput
          label={t('field.internalRatePpm')}
          placeholder={t('sameRate')}
          rate={draft.internalRatePpm}
          onValue={(internalRatePpm) => {
            onChange({ internalRatePpm });
          }}
        />
      </SimpleGrid>
      <Checkbox
        label={t('field.givesBackFlaggedPurchases')}
        description={t('givesBackHint')}
        checked={draft.givesBackFlaggedPurchases}
        onChange={(event) => {
          onChange({ givesBackFlaggedPurchases: event.currentTarget.checked });
        }}
      />
    </Stack>
  );
}
