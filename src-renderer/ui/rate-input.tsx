import type { JSX } from 'react';
import { formatRateE7 } from '../../shared/money/format-rate-e7.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { DecimalInputProps } from './decimal-input.tsx';
import { DecimalInput } from './decimal-input.tsx';
import { parsePercent } from './parse-percent.ts';

type Props = Omit<DecimalInputProps, 'value' | 'write' | 'read'> & {
  /** The rate as an integer of its unit. */
  readonly rate: number | undefined;
  /** `ppm`: four decimals of a percent. `e7`: five. */
  readonly unit?: 'ppm' | 'e7';
};

/** A field for a rate typed in percent. */
export function RateInput({ rate, unit = 'ppm', ...props }: Props): JSX.Element {
  const format = useFormat();
  return (
    <DecimalInput
      rightSection={<span aria-hidden="true">%</span>}
      {...props}
      value={rate}
      write={(value) => formatRateE7(unit === 'ppm' ? value * 10 : value, format.language).replace(/\s?%$/, '')}
      read={(text) => parsePercent(text, unit === 'ppm' ? 4 : 5)}
    />
  );
}
