import { Alert, Anchor, Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { buildNetworkRow } from '../../../../shared/network/network-row.ts';
import { computeActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useCooperative } from '../../../session/use-cooperative.ts';
import { useIsIncomplete } from '../../../session/use-is-incomplete.ts';
import { IncompleteNote } from '../../books/pieces/incomplete-note.tsx';
import { BooksBehindNote } from '../pieces/books-behind-note.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerUsageLine } from '../../device/pieces/server-usage-line.tsx';
import { BookFigures } from './book-figures.tsx';
import { BookTabs } from './book-tabs.tsx';
import { useActivityRecords } from './use-activity-records.ts';
import { VerificationCell } from './verification-cell.tsx';

/** One member's book as the coordinator sees it: the member's own figures; only the contract is written here. */
export function NetworkBookPage(): JSX.Element {
  const { t } = useTranslation('network');
  const { activityId } = useParams<{ activityId: string }>();
  const records = useActivityRecords(activityId);
  return (
    <>
      <Anchor href="#/" size="sm" mb="xs" style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
        <IconArrowLeft size={16} aria-hidden="true" />
        {t('backToNetwork')}
      </Anchor>
      {records === undefined ? (
        <Stack role="status" aria-label={t('reading')}>
          <Skeleton height={60} />
          <Skeleton height={116} />
          <Skeleton height={360} />
        </Stack>
      ) : records.length === 0 ? (
        <>
          <PageHeader title={t('title')} />
          <Alert color="orange">{t('unknownActivity')}</Alert>
        </>
      ) : (
        <NetworkBook key={activityId} activityId={activityId} records={records} />
      )}
    </>
  );
}

type Records = NonNullable<ReturnType<typeof useActivityRecords>>;

function NetworkBook({ activityId, records }: { readonly activityId: string; readonly records: Records }): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  const cooperative = useCooperative()?.body;
  const today = localToday();
  const isIncomplete = useIsIncomplete(activityId);
  const figures = useMemo(() => computeActivityFigures(records, cooperative, today), [records, cooperative, today]);
  const row = useMemo(
    () => buildNetworkRow(activityId, records, { figures, isIncomplete, today }),
    [activityId, records, figures, isIncomplete, today],
  );
  const name = row.name === '' ? t('unnamed') : row.name;
  const facts = [row.entrepreneur, row.region, row.currency].filter((fact) => fact !== '');
  const lastSeen =
    row.lastSeenAt === ''
      ? t('never')
      : `${format.date(localToday(new Date(row.lastSeenAt)))} ${format.time(row.lastSeenAt)}`;
  return (
    <>
      <PageHeader title={name} hint={t('readOnly', { name: facts.join(' · ') })} />
      <Group gap="sm" mb="sm">
        {row.contractKind !== undefined && (
          <Badge variant="light" color="gray" tt="none" size="lg">
            {tAccount(`contract.${row.contractKind}`)}
          </Badge>
        )}
        <VerificationCell verification={row.verification} t={t} />
        <Text size="sm" c="dimmed">
          {t('lastExchange', { when: lastSeen })}
        </Text>
        <ServerUsageLine activityId={activityId} />
      </Group>
      <BooksBehindNote activityId={activityId} />
      <IncompleteNote activityId={activityId} />
      {figures.ok ? (
        <Stack gap="md">
          <BookFigures figures={figures.value} row={row} year={today.slice(0, 4)} />
          <BookTabs figures={figures.value} records={records} today={today} />
        </Stack>
      ) : (
        <Alert color="orange" role="alert">
          {format.error(figures.error)}
        </Alert>
      )}
    </>
  );
}
