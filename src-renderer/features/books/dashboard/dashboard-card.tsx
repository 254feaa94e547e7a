import { Paper, Stack, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

/** One part of the dashboard with its heading. */
export function DashboardCard(props: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Paper withBorder p="sm" component="section" aria-label={props.title}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {props.title}
        </Title>
        {props.children}
      </Stack>
    </Paper>
  );
}
