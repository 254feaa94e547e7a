import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';

/** A figure with its name, one a row. */
export function FigureRow(props: {
  readonly label: string;
  readonly amount: string;
  readonly testId?: string;
  readonly isStrong?: boolean;
}): JSX.Element {
  const weight = props.isStrong === true ? 600 : 400;
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text fw={weight}>{props.label}</Text>
      <Text fw={weight} className="figures" data-testid={props.testId}>
        {props.amount}
      </Text>
    </Group>
  );
}
