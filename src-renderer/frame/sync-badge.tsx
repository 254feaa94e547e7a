import { Badge } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncPhase } from '../../shared/sync/sync-status.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useSyncState } from '../session/session-context.tsx';

const COLORS: Readonly<Record<SyncPhase, string>> = {
  offline: 'gray',
  syncing: 'blue',
  upToDate: 'field',
  signIn: 'orange',
  waiting: 'orange',
};

/** Where the exchange stands, in a few words; leads to the page that explains it. */
export function SyncBadge(): JSX.Element {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const { status, refused, conflictCount, toSendCount } = useSyncState();
  // What needs the person first: on a phone the end is cut off.
  const parts = [
    ...(refused.length > 0 ? [t('refused', { count: refused.length })] : []),
    ...(conflictCount > 0 ? [t('conflicts', { count: conflictCount })] : []),
    status.phase === 'upToDate' ? t('upToDate', { time: format.time(status.lastSyncedAt) }) : t(status.phase),
    ...(toSendCount > 0 ? [t('toSend', { count: toSendCount })] : []),
  ];
  const state = parts.join(' · ');
  return (
    <Badge
      component="a"
      href="#/sync"
      variant="light"
      color={refused.length > 0 ? 'red' : conflictCount > 0 ? 'orange' : COLORS[status.phase]}
      tt="none"
      size="lg"
      style={{ cursor: 'pointer' }}
      data-testid="sync-badge"
      data-phase={status.phase}
      aria-label={t('badgeLabel', { state })}
    >
      <span role="status">{state}</span>
    </Badge>
  );
}
