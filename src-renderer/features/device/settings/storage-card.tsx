import { Button, Group, Progress, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../i18n/format-bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ServerUsageLine } from '../pieces/server-usage-line.tsx';
import { SettingsCard } from './settings-card.tsx';

interface Space {
  readonly usedBytes: number | undefined;
  readonly availableBytes: number | undefined;
  readonly isKept: boolean;
}

/** How much space Sillon takes, and whether the browser may erase it. */
export function StorageCard(): JSX.Element {
  const { t } = useTranslation('settings');
  const { language } = useFormat();
  const { activityId } = useSession().store.parts.account;
  const [space, setSpace] = useState<Space>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void readSpace().then((read) => {
      if (isCurrent) setSpace(read);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  if (space === undefined) return <SettingsCard title={t('storage')}>{null}</SettingsCard>;
  const { usedBytes, availableBytes, isKept } = space;
  const units = t('byteUnits').split(',');
  const show = (bytes: number): string => formatBytes(bytes, units, language);

  async function ask(): Promise<void> {
    const isGranted = 'storage' in navigator && (await navigator.storage.persist());
    setRefused(!isGranted);
    setSpace(await readSpace());
  }

  return (
    <SettingsCard title={t('storage')}>
      {usedBytes === undefined || availableBytes === undefined ? (
        <Text size="sm">{t('storageUnknown')}</Text>
      ) : (
        <>
          <Text size="sm" data-testid="storage-used">
            {t('storageUsed', { used: show(usedBytes), available: show(availableBytes) })}
          </Text>
          <Progress value={(100 * usedBytes) / Math.max(1, availableBytes)} aria-label={t('storage')} size="sm" />
        </>
      )}
      {activityId !== null && <ServerUsageLine activityId={activityId} />}
      <Text size="sm" c="dimmed">
        {isKept ? t('storageKept') : t('storageNotKept')}
      </Text>
      {!isKept && (
        <Group gap="sm">
          <Button size="compact-sm" variant="default" onClick={() => void ask()}>
            {t('storageAsk')}
          </Button>
          {isRefused && (
            <Text size="sm" role="status">
              {t('storageRefused')}
            </Text>
          )}
        </Group>
      )}
    </SettingsCard>
  );
}

async function readSpace(): Promise<Space> {
  // Absent on plain http beyond this computer.
  if (!('storage' in navigator)) return { usedBytes: undefined, availableBytes: undefined, isKept: false };
  const [estimate, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { usedBytes: estimate.usage, availableBytes: estimate.quota, isKept };
}
