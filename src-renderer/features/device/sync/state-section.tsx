import { Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../../shared/core/errors.ts';
import type { SyncPhase } from '../../../../shared/sync/sync-status.ts';
import { localToday } from '../../../data/local-today.ts';
import { makeWish } from '../../../data/wishes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession, useSyncState } from '../../../session/session-context.tsx';
import { RenewForm } from './renew-form.tsx';
import { Section } from './section.tsx';

const SENTENCES = {
  offline: 'stateOffline',
  syncing: 'stateSyncing',
  upToDate: 'stateUpToDate',
  signIn: 'stateSignIn',
  waiting: 'stateWaiting',
} as const satisfies Record<SyncPhase, string>;

/** Where the exchange stands, when it last went through, and the button that starts it now. */
export function StateSection(): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { t: tSync } = useTranslation('sync');
  const format = useFormat();
  const { sync, store } = useSession();
  const { status, toSendCount } = useSyncState();
  const moment = (instant: string) => ({
    date: format.date(localToday(new Date(instant))),
    time: format.time(instant),
  });
  const isEnded = status.phase === 'signIn' && status.lastError === 'session.ended';
  const hasProblem = status.lastError !== '' && status.lastError !== 'network.offline' && status.phase === 'waiting';
  return (
    <Section title={t('state')} testId="sync-state">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} flex={1} miw={240} role="status">
          <Text data-phase={status.phase}>
            {t(isEnded ? 'stateEnded' : SENTENCES[status.phase])}{' '}
            {toSendCount > 0 && <b>{tSync('toSend', { count: toSendCount })}.</b>}
          </Text>
          <Text size="sm" c="dimmed">
            {status.lastSyncedAt === '' ? t('neverExchanged') : t('lastExchange', moment(status.lastSyncedAt))}
          </Text>
          {hasProblem && (
            <Text size="sm" c="dimmed">
              {t('lastProblem', {
                ...moment(status.lastErrorAt),
                problem: format.error({ code: status.lastError as ErrorCode, message: status.lastError }),
              })}
            </Text>
          )}
        </Stack>
        <Button
          leftSection={<IconRefresh size={18} />}
          variant="default"
          onClick={() => {
            sync.syncNow();
            // Receipts that a metered line holds back go too.
            void makeWish(store.parts.facts, store.parts.context, 'receipts-wish');
          }}
          data-testid="sync-now"
        >
          {t('exchangeNow')}
        </Button>
      </Group>
      {status.phase === 'signIn' && <RenewForm />}
    </Section>
  );
}
