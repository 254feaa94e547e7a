import { Alert, Grid, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSyncState } from '../../../session/session-context.tsx';
import { useActivityFigures } from '../pieces/use-activity-figures.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { IncompleteNote } from '../pieces/incomplete-note.tsx';
import { AccountFigures } from './account-figures.tsx';
import { BalanceChart } from './balance-chart.tsx';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { ExchangeCard } from './exchange-card.tsx';
import { LastPayCard } from './last-pay-card.tsx';
import { NextStepsCard } from './next-steps-card.tsx';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

/** The member's first screen: what is there, what is due, what to do next. Everything comes from the local book. */
export function DashboardPage(): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const figures = useActivityFigures();
  const { status } = useSyncState();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {status.lastSyncedAt === '' && status.phase === 'syncing' && (
        <Alert color="blue" mb="sm" role="status">
          {t('firstExchange')}
        </Alert>
      )}
      <IncompleteNote />
      {figures === undefined ? (
        <DashboardSkeleton />
      ) : !figures.ok ? (
        <Stack>
          <Alert color="orange" role="alert">
            {format.error(figures.error)}
          </Alert>
          <ExchangeCard />
        </Stack>
      ) : (
        <Stack gap="sm">
          <AccountFigures figures={figures.value} />
          <Grid gap="sm">
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="sm">
                <NextStepsCard figures={figures.value} />
                <ExchangeCard />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack gap="sm">
                {isOnPayroll(figures.value.settings.body.contract) && <LastPayCard />}
                <BalanceChart account={figures.value.account} currency={figures.value.settings.body.currency} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </>
  );
}
