import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedBackup } from '../../../data/backup/backup-read.ts';
import type { SealKey } from '../../../data/backup/backup-seal.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { restoreInto } from '../../../session/restore-session.ts';
import { useSession } from '../../../session/session-context.tsx';
import { UnsealedBackup } from '../pieces/unsealed-backup.tsx';
import { useWork } from '../../../ui/use-work.ts';
import { WorkProgress } from '../../../ui/work-progress.tsx';

/** A checked backup of this account and what is known of its origin. */
export interface KnownBackup {
  readonly backup: CheckedBackup;
  readonly sealKey: SealKey | undefined;
  readonly isSealed: boolean;
}

/** What a checked backup holds, and its restore. */
export function RestorePanel({ backup, sealKey, isSealed }: KnownBackup): JSX.Element {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { store } = useSession();
  const work = useWork();
  const { createdAt } = backup.header;
  const [isConfirmed, setConfirmed] = useState(false);

  async function start(): Promise<void> {
    await work.run((signals) => restoreInto(store, backup, { ...signals, sealKey, isConfirmed }));
    // From here on the account carries its new series; the page takes it up when it loads.
    window.location.reload();
  }

  return (
    <Stack gap="xs" data-testid="restore-panel">
      <Text size="sm" fw={600}>
        {t('restoreFacts', {
          date: format.date(localToday(new Date(createdAt))),
          time: format.time(createdAt),
          count: backup.recordCount,
        })}
      </Text>
      <Text size="sm">{t('restoreSeries')}</Text>
      {work.share !== undefined && (
        <WorkProgress label={t('restoreRunning')} share={work.share} onCancel={work.cancel} />
      )}
      {!isSealed && <UnsealedBackup isConfirmed={isConfirmed} onConfirm={setConfirmed} />}
      <Button
        onClick={() => void start()}
        disabled={work.isRunning || (!isSealed && !isConfirmed)}
        data-testid="restore-start"
      >
        {t('restoreStart')}
      </Button>
    </Stack>
  );
}
