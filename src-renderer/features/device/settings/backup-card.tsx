import { Button, Divider, Group, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFileImport } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import { saveBackup } from '../../../data/backup/backup.ts';
import { checkBackup } from '../../../data/backup/backup-read.ts';
import { isBackupOf } from '../../../data/backup/backup-restore.ts';
import { judgeOrigin } from '../../../data/backup/backup-seal.ts';
import { getPlatform } from '../../../platform/current-platform.ts';
import { sealKeyOf } from '../../../session/seal-key.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { pickBackup } from '../pieces/pick-backup.ts';
import { useWork } from '../../../ui/use-work.ts';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import { RestoreNoteText } from './restore-note-text.tsx';
import type { KnownBackup } from './restore-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { SettingsCard } from './settings-card.tsx';

export function BackupCard(): JSX.Element {
  const { t } = useTranslation('settings');
  const { store, account } = useSession();
  const saving = useWork();
  const checking = useWork();
  const [error, setError] = useState<AppError>();
  const [saved, setSaved] = useState<{ readonly name: string; readonly count: number; readonly isSealed: boolean }>();
  const [backup, setBackup] = useState<KnownBackup>();
  const isBusy = saving.isRunning || checking.isRunning;

  async function save(): Promise<void> {
    setError(undefined);
    setSaved(undefined);
    const made = await saving.run(async (signals) =>
      saveBackup(store, { ...signals, sealKey: await sealKeyOf(account) }),
    );
    if (!made.ok) {
      setError(made.error);
      return;
    }
    const { file, name, recordCount, isSealed } = made.value;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const written = await getPlatform().saveFile({ name, mimeType: 'application/gzip', bytes });
    if (written.ok) setSaved({ name, count: recordCount, isSealed });
    else setError(written.error);
  }

  async function choose(): Promise<void> {
    setError(undefined);
    setBackup(undefined);
    const picked = await pickBackup();
    const checked = picked.ok ? await checking.run((signals) => checkBackup(picked.value, signals)) : picked;
    if (!checked.ok) {
      setError(checked.error);
    } else if (isBackupOf(account, checked.value)) {
      const sealKey = await sealKeyOf(account);
      const judged = await judgeOrigin(checked.value, { sealKey, isConfirmed: true });
      if (judged.ok) setBackup({ backup: checked.value, sealKey, isSealed: judged.value });
      else setError(judged.error);
    } else setError(appError('backup.otherPerson', 'the backup of another person'));
  }

  return (
    <SettingsCard title={t('backup')}>
      <Text size="sm" c="dimmed">
        {t('backupHint')}
      </Text>
      <Group>
        <Button
          leftSection={<IconDeviceFloppy size={18} />}
          onClick={() => void save()}
          disabled={isBusy}
          data-testid="backup-save"
        >
          {t('backupSave')}
        </Button>
      </Group>
      {saving.share !== undefined && (
        <WorkProgress label={t('backupSaving')} share={saving.share} onCancel={saving.cancel} />
      )}
      {saved !== undefined && (
        <Text size="sm" role="status" data-testid="backup-saved" style={{ overflowWrap: 'anywhere' }}>
          {t('backupSaved', saved)} {!saved.isSealed && t('backupNotSealed')}
        </Text>
      )}
      <Divider />
      <Text size="sm" c="dimmed">
        {t('restoreHint')}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} />}
          onClick={() => void choose()}
          disabled={isBusy || !store.parts.isWritable}
          data-testid="backup-restore"
        >
          {t('restore')}
        </Button>
      </Group>
      {checking.share !== undefined && (
        <WorkProgress label={t('restoreChecking')} share={checking.share} onCancel={checking.cancel} />
      )}
      <ErrorMessage error={error} />
      {backup !== undefined && <RestorePanel {...backup} />}
      <RestoreNoteText />
    </SettingsCard>
  );
}
