import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Result } from '../../shared/core/result.ts';
import { useFormat } from '../i18n/use-format.ts';

export type DecimalInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** The integer shown at first and after the value changes from outside. */
  readonly value: number | undefined;
  readonly write: (value: number) => string;
  readonly read: (text: string) => Result<number>;
  /** What an emptied field stands for; nothing by default. */
  readonly emptyValue?: number;
  /** Called while typing; `undefined` while the text cannot be read, or is empty and stands for nothing. */
  readonly onValue: (value: number | undefined) => void;
};

/** A field for a decimal number kept as an integer: what cannot be read says so and changes nothing. */
export function DecimalInput({ value, write, read, emptyValue, onValue, ...props }: DecimalInputProps): JSX.Element {
  const format = useFormat();
  const [typed, setTyped] = useState<string>();
  const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === '';
  const parsed = isEmpty(typed) ? undefined : read(typed ?? '');
  const error = parsed !== undefined && !parsed.ok ? format.error(parsed.error) : props.error;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      classNames={{ input: 'figures' }}
      value={typed ?? (value === undefined ? '' : write(value))}
      error={error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (isEmpty(text)) {
          onValue(emptyValue);
          return;
        }
        const next = read(text);
        onValue(next.ok ? next.value : undefined);
      }}
      onBlur={(event) => {
        if (parsed === undefined || parsed.ok) setTyped(undefined);
        props.onBlur?.(event);
      }}
    />
  );
}
