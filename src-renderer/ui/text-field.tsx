import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import type { JSX } from 'react';

/** A field for a short text, at most as long as records take. */
export function TextField({
  onValue,
  ...props
}: Omit<TextInputProps, 'onChange' | 'value'> & {
  readonly value: string;
  readonly onValue: (text: string) => void;
}): JSX.Element {
  return (
    <TextInput
      maxLength={200}
      {...props}
      onChange={(event) => {
        onValue(event.currentTarget.value);
      }}
    />
  );
}
