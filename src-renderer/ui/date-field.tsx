import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import type { JSX } from 'react';

/** A field for a day. While a date is typed or emptied the value is `''`; with `keepsLast` the last whole date stays. */
export function DateField({
  onValue,
  keepsLast = false,
  ...props
}: Omit<TextInputProps, 'type' | 'onChange' | 'value'> & {
  readonly value: string;
  readonly onValue: (date: string) => void;
  readonly keepsLast?: boolean;
}): JSX.Element {
  return (
    <TextInput
      {...props}
      type="date"
      onChange={(event) => {
        const date = event.currentTarget.value;
        if (date !== '' || !keepsLast) onValue(date);
      }}
    />
  );
}
