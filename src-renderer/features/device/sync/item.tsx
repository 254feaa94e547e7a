import { Paper } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { STEP } from './use-kept-focus.ts';

/** One thing that needs a person, marked at its edge. */
export function Item(props: { readonly testId: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Paper
      withBorder
      p="sm"
      data-testid={props.testId}
      tabIndex={-1}
      {...{ [STEP]: true }}
      style={{ borderInlineStart: '4px solid var(--mantine-color-red-6)' }}
    >
      {props.children}
    </Paper>
  );
}
