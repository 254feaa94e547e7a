import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Result } from '../../shared/core/result.ts';
import { currencyDecimals } from '../../shared/money/currency.ts';
import { formatMinor } from '../../shared/money/format.ts';
import { parseAmount } from '../../shared/money/parse.ts';
import { useFormat } from '../i18n/use-format.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Minor units shown at first and after the value changes from outside. */
  readonly valueMinor: number | undefined;
  readonly currency?: string;
  /** Called with minor units while typing; `undefined` while the text is empty or cannot be read. */
  readonly onValue: (valueMinor: number | undefined) => void;
};

/** A field for an amount: comma, dot and the numpad's dot are decimal marks; what cannot be read says so and changes nothing. */
export function AmountInput({ valueMinor, currency = 'EUR', onValue, ...props }: Props): JSX.Element {
  const format = useFormat();
  const decimals = currencyDecimals(currency);
  const [typed, setTyped] = useState<string>();
  const shown = valueMinor === undefined ? '' : formatMinor(valueMinor, decimals, format.language).replace('−', '-');
  const parsed: Result<number> | undefined =
    typed === undefined || typed.trim() === '' ? undefined : parseAmount(typed, decimals);
  const error = parsed !== undefined && !parsed.ok ? format.error(parsed.error) : props.error;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      className="figures"
      value={typed ?? shown}
      error={error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = text.trim() === '' ? undefined : parseAmount(text, decimals);
        onValue(next?.ok === true ? next.value : undefined);
      }}
      onBlur={(event) => {
        if (parsed === undefined || parsed.ok) setTyped(undefined);
        props.onBlur?.(event);
      }}
    />
  );
}
