import type { JSX } from 'react';
import { appError } from '../../shared/core/errors.ts';
import { fail } from '../../shared/core/result.ts';
import { currencyDecimals } from '../../shared/money/currency.ts';
import { formatMinor } from '../../shared/money/format.ts';
import { parseAmount } from '../../shared/money/parse.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { DecimalInputProps } from './decimal-input.tsx';
import { DecimalInput } from './decimal-input.tsx';

type Props = Omit<DecimalInputProps, 'value' | 'write' | 'read'> & {
  /** Minor units shown at first and after the value changes from outside. */
  readonly valueMinor: number | undefined;
  readonly currency?: string;
  /** Refuses amounts below zero in words. */
  readonly isPositive?: boolean;
};

/** A field for an amount: comma, dot and the numpad's dot are decimal marks; what cannot be read says so and changes nothing. */
export function AmountInput({ valueMinor, currency = 'EUR', isPositive = false, ...props }: Props): JSX.Element {
  const format = useFormat();
  const decimals = currencyDecimals(currency);
  return (
    <DecimalInput
      {...props}
      value={valueMinor}
      write={(value) => formatMinor(value, decimals, format.language).replace('−', '-')}
      read={(text) => {
        const amount = parseAmount(text, decimals);
        return isPositive && amount.ok && amount.value < 0 ? fail(appError('amount.negative', 'below zero')) : amount;
      }}
    />
  );
}
