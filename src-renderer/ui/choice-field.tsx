import type { NativeSelectProps } from '@mantine/core';
import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';

/** A choice among a few values, each with its words. A value that is not offered shows the first. */
export function ChoiceField<T extends string>({
  value,
  choices,
  onValue,
  ...props
}: Omit<NativeSelectProps, 'value' | 'data' | 'onChange'> & {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}): JSX.Element {
  return (
    <NativeSelect
      {...props}
      value={value}
      data={[...choices]}
      onChange={(event) => {
        onValue(event.currentTarget.value as T); // the choices are exactly these
      }}
    />
  );
}
