import { Anchor, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSyncState } from '../../../session/session-context.tsx';
import { DashboardCard } from './dashboard-card.tsx';

/** Where the exchange with the server stands, in sentences. */
export function ExchangeCard(): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { status, refused, toSendCount } = useSyncState();
  const { lastSyncedAt } = status;
  const isLeft = toSendCount > 0 || refused.length > 0;
  return (
    <DashboardCard title={t('exchange')}>
      <Text size="sm" role="status">
        {t(status.phase === 'upToDate' && isLeft ? 'exchange.upToDateButSome' : `exchange.${status.phase}`)}
      </Text>
      {toSendCount > 0 && <Text size="sm">{t('toSend', { count: toSendCount })}</Text>}
      {refused.length > 0 && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('refused', { count: refused.length })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {lastSyncedAt === ''
          ? t('neverExchanged')
          : t('lastExchange', {
              date: format.date(localToday(new Date(lastSyncedAt))),
              time: format.time(lastSyncedAt),
            })}
      </Text>
      <Anchor href="#/sync" size="sm">
        {t('exchangeDetails')}
      </Anchor>
    </DashboardCard>
  );
}
