import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { CountryLineDraft } from './country-draft.ts';
import { LineFieldset } from './line-fieldset.tsx';

const BASES = ['budget', 'fixed'] as const;

/** The fields of one line between the budget of a member abroad and their pay. */
export function CountryLineFields(props: {
  readonly position: number;
  readonly currency: string;
  readonly line: CountryLineDraft;
  readonly onChange: (change: Partial<CountryLineDraft>) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { line, currency, onChange } = props;
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
          label={t('lineBase')}
          value={line.base}
          data={BASES.map((value) => ({ value, label: t(`countryBase.${value}`) }))}
          onChange={(event) => {
            onChange({ base: event.currentTarget.value as CountryLineDraft['base'] }); // options are exactly these
          }}
        />
        {line.base === 'fixed' ? (
          <AmountInput
            // The decimals follow the currency.
            key={currency}
            label={t('amountIn', { currency })}
            currency={currency}
            valueMinor={line.amountMinor}
            onValue={(amountMinor) => {
              onChange({ amountMinor });
            }}
          />
        ) : (
          <RateInput
            label={t('field.ratePpm')}
            rate={line.ratePpm}
            onValue={(ratePpm) => {
              onChange({ ratePpm });
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
      </SimpleGrid>
    </LineFieldset>
  );
}
