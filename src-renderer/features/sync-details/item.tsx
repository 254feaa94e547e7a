import { Paper } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

/** One thing that needs a person, marked at its edge. */
export function Item(props: { readonly testId: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Paper
      withBorder
      p="sm"
      data-testid={props.testId}
      style={{ borderInlineStart: '4px solid var(--mantine-color-red-6)' }}
    >
      {props.children}
    </Paper>
  );
}
