import { Grid, Paper, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

/** Fields on the left and what comes of them on the right; one under the other on a narrow screen. */
export function InputAndResult(props: { readonly children: ReactNode; readonly result: ReactNode }): JSX.Element {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper withBorder p="md">
          <Stack gap="md">{props.children}</Stack>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>{props.result}</Grid.Col>
    </Grid>
  );
}
