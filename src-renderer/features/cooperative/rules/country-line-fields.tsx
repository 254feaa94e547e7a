import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { CountryLineDraft } from './country-draft.ts';
import { LineFields } from './line-fields.tsx';

const BASES = ['budget', 'fixed'] as const;

/** The fields of one line between the budget of a member abroad and their pay. */
export function CountryLineFields(props: {
  readonly position: number;
  readonly currency: string;
  readonly line: CountryLineDraft;
  readonly onChange: (change: Partial<CountryLineDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { line, currency, onChange } = props;
  return (
    <LineFields
      position={props.position}
      line={line}
      bases={BASES.map((value) => ({ value, label: t(`countryBase.${value}`) }))}
      value={
        line.base === 'fixed' ? (
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
        )
      }
      onChange={onChange}
      onRemove={props.onRemove}
    />
  );
}
