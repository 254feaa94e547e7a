import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { ExtraLineDraft } from './extra-list-draft.ts';
import { LineFieldset } from './line-fieldset.tsx';

const SIDES = ['employer', 'employee'] as const;
const BASES = ['fixed', 'gross', 'upToCeiling', 'fromOneToEightCeilings'] as const;

/** The fields of one line added to each pay. */
export function ExtraLineFields(props: {
  readonly position: number;
  readonly line: ExtraLineDraft;
  readonly onChange: (change: Partial<ExtraLineDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { line, onChange } = props;
  return (
    <LineFieldset legend={line.label || t('lineOf', { position: props.position })} onRemove={props.onRemove}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <TextInput
          label={t('field.label')}
          maxLength={200}
          value={line.label}
          onChange={(event) => {
            onChange({ label: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={t('side')}
          value={line.side}
          data={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
          onChange={(event) => {
            onChange({ side: event.currentTarget.value as ExtraLineDraft['side'] }); // options are exactly these
          }}
        />
        <NativeSelect
          label={t('lineBase')}
          value={line.base}
          data={BASES.map((value) => ({ value, label: t(`lineOn.${value}`) }))}
          onChange={(event) => {
            onChange({ base: event.currentTarget.value as ExtraLineDraft['base'] }); // options are exactly these
          }}
        />
        {line.base === 'fixed' ? (
          <AmountInput
            label={t('amountMonthly')}
            valueMinor={line.amountCents}
            onValue={(amountCents) => {
              onChange({ amountCents });
            }}
          />
        ) : (
          <RateInput
            unit="e7"
            label={t('field.ratePpm')}
            rate={line.rateE7}
            onValue={(rateE7) => {
              onChange({ rateE7 });
            }}
          />
        )}
        <TextInput
          label={t('field.source')}
          maxLength={200}
          value={line.source}
          onChange={(event) => {
            onChange({ source: event.currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label={t('field.since')}
          value={line.since}
          onChange={(event) => {
            onChange({ since: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={t('isWelfare')}
        description={t('isWelfareHint')}
        checked={line.isWelfare}
        onChange={(event) => {
          onChange({ isWelfare: event.currentTarget.checked });
        }}
      />
    </LineFieldset>
  );
}
