import { Grid, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** The shape of the dashboard while the book is read. */
export function DashboardSkeleton(): JSX.Element {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        {['balance', 'available', 'toCollect', 'margin'].map((key) => (
          <Skeleton key={key} height={116} />
        ))}
      </SimpleGrid>
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Skeleton height={300} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Skeleton height={300} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
