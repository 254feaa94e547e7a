import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { listReleasable, RELEASE_AFTER_DAYS } from '../../../receipts/list-releasable.ts';
import type { ReceiptFact } from '../../../receipts/receipt-facts.ts';
import { release } from '../../../receipts/release-space.ts';
import type { Released } from '../../../receipts/release-receipts.ts';
import { useReceiptState } from '../../../receipts/use-receipt-state.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { formatBytes } from '../../../i18n/format-bytes.ts';
import { SettingsCard } from './settings-card.tsx';

/** The space that receipts take on this device, and how to get it back. */
export function ReceiptsCard(): JSX.Element {
  const { t } = useTranslation('receipts');
  const { t: tSettings } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const { language } = useFormat();
  const { store } = useSession();
  const { known } = useReceiptState();
  const [isWorking, setWorking] = useState(false);
  const [done, setDone] = useState<Released>();
  const [error, setError] = useState<AppError>();
  const held = known.filter(({ isReleased }) => !isReleased);
  const releasable = listReleasable(known, store.parts.context.clock());
  const show = (bytes: number): string => formatBytes(bytes, tSettings('byteUnits').split(','), language);

  async function start(): Promise<void> {
    setWorking(true);
    setError(undefined);
    const released = await release(store, releasable, fetch.bind(window));
    setWorking(false);
    if (released.ok) setDone(released.value);
    else setError(released.error);
  }

  function ask(): void {
    modals.openConfirmModal({
      title: t('releaseTitle', { size: show(sizeOf(releasable)) }),
      children: <Text size="sm">{t('releaseAsk', { count: releasable.length })}</Text>,
      labels: { confirm: t('release'), cancel: tCommon('cancel') },
      onConfirm: () => void start(),
    });
  }

  return (
    <SettingsCard title={t('title')}>
      <Text size="sm" data-testid="receipts-space">
        {held.length === 0 ? t('none') : t('space', { count: held.length, size: show(sizeOf(held)) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('releaseHint', { days: RELEASE_AFTER_DAYS })}
      </Text>
      <Group gap="sm">
        <Button
          size="compact-sm"
          variant="default"
          onClick={ask}
          loading={isWorking}
          disabled={releasable.length === 0}
          data-testid="receipts-release"
        >
          {t('release')}
        </Button>
        <Text size="sm" role="status">
          {done !== undefined
            ? t('released', { count: done.count, size: show(done.bytes) })
            : releasable.length === 0 && held.length > 0 && t('releaseNone')}
        </Text>
      </Group>
      <ErrorMessage error={error} />
    </SettingsCard>
  );
}

function sizeOf(receipts: readonly ReceiptFact[]): number {
  return receipts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
