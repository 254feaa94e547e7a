import type { NativeSelectProps } from '@mantine/core';
import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat } from '../i18n/use-format.ts';

/** A choice among rates of VAT, in ppm. `prefix` stands before each where the field has no visible name. */
export function VatRateField({
  ratePpm,
  rates,
  onRate,
  prefix,
  ...props
}: Omit<NativeSelectProps, 'value' | 'data' | 'onChange' | 'prefix'> & {
  readonly ratePpm: number;
  readonly rates: readonly number[];
  readonly onRate: (ratePpm: number) => void;
  readonly prefix?: string;
}): JSX.Element {
  const format = useFormat();
  return (
    <NativeSelect
      {...props}
      value={String(ratePpm)}
      data={rates.map((rate) => ({
        value: String(rate),
        label: prefix === undefined ? format.rate(rate) : `${prefix} ${format.rate(rate)}`,
      }))}
      onChange={(event) => {
        onRate(Number(event.currentTarget.value));
      }}
    />
  );
}
