import { Text } from '@mantine/core';
import type { JSX } from 'react';

/** An amount in a line of text after its name. */
export function NamedAmount(props: { readonly label: string; readonly amount: string }): JSX.Element {
  return (
    <Text size="sm">
      {props.label}{' '}
      <Text span fw={600} className="figures">
        {props.amount}
      </Text>
    </Text>
  );
}
