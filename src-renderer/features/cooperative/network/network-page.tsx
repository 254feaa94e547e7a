import { Alert, Anchor, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSyncState } from '../../../session/session-context.tsx';
import { useVerifyNow } from '../../../session/use-verify-now.ts';
import { BooksBehindNote } from '../pieces/books-behind-note.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { NetworkState } from './follow-network.ts';
import { NetworkBrowser } from './network-browser.tsx';
import { NetworkTotalsTable } from './network-totals-table.tsx';
import { useNetworkRows } from './use-network-rows.ts';
import { VerificationOutcomeNote, VerifyButton } from './verify-button.tsx';
import { YearTotals } from './year-totals.tsx';

/** The coordinator's first screen: every activity in one table, with totals of the network. */
export function NetworkPage(): JSX.Element {
  const { t } = useTranslation('network');
  const state = useNetworkRows();
  const verification = useVerifyNow();
  const { status } = useSyncState();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')}>
        <VerifyButton verification={verification} />
      </PageHeader>
      <Stack gap="sm">
        <VerificationOutcomeNote state={verification.state} />
        {status.lastSyncedAt === '' && status.phase === 'syncing' && (
          <Alert color="blue" role="status">
            {t('firstExchange')}
          </Alert>
        )}
        <BooksBehindNote />
        <NetworkContent state={state} />
      </Stack>
    </>
  );
}

function NetworkContent({ state }: { readonly state: NetworkState }): JSX.Element {
  const { t } = useTranslation('network');
  const { rows, doneCount, totalCount, today } = state;
  if (rows === undefined) {
    return (
      <Stack gap="xs" role="status">
        <Text size="sm" c="dimmed">
          {totalCount === 0 ? t('reading') : t('computing', { done: doneCount, total: totalCount })}
        </Text>
        {totalCount > 0 && <Progress value={(100 * doneCount) / totalCount} aria-label={t('reading')} />}
        <Skeleton height={84} />
        <Skeleton height={420} />
      </Stack>
    );
  }
  if (rows.length === 0) {
    return (
      <Paper withBorder p="lg">
        <Text fw={600}>{t('empty')}</Text>
        <Text c="dimmed">{t('emptyHint')}</Text>
        <Anchor href="#/sync">{t('goToExchanges')}</Anchor>
      </Paper>
    );
  }
  return (
    <>
      <NetworkTotalsTable rows={rows} year={today.slice(0, 4)} />
      <NetworkBrowser rows={rows} today={today} />
      <YearTotals />
    </>
  );
}
