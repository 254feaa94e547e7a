import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { CheckedBackup } from '../../../data/backup/backup-read.ts';
import { checkBackup } from '../../../data/backup/backup-read.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { LocalAccount } from '../../../session/local-accounts.ts';
import type { BackupKey } from '../../../session/restore-session.ts';
import { openWithBackup } from '../../../session/restore-session.ts';
import type { Session } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { pickBackup } from '../pieces/pick-backup.ts';
import { UnsealedBackup } from '../pieces/unsealed-backup.tsx';
import { useWork } from '../../../ui/use-work.ts';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import { AddressWarning } from './address-warning.tsx';
import { BackupKeyFields } from './backup-key-fields.tsx';
import { checkNewPassword } from './new-password.ts';
import { useAttempt } from './use-attempt.ts';
import { ViewHeader } from './view-header.tsx';

/** A backup file, checked whole, then opened under the account it belongs to. */
export function BackupForm(props: {
  readonly known: readonly LocalAccount[];
  readonly onOpen: (session: Session) => void;
}): JSX.Element {
  const { t } = useTranslation('welcome');
  const attempt = useAttempt(props.onOpen);
  const checking = useWork();
  const restoring = useWork();
  const [backup, setBackup] = useState<CheckedBackup>();
  const [fileError, setFileError] = useState<AppError>();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const [isChosenHere, setChosenHere] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);

  async function choose(): Promise<void> {
    attempt.forget();
    const picked = await pickBackup();
    const checked = picked.ok ? await checking.run((signals) => checkBackup(picked.value, signals)) : picked;
    if (!checked.ok && checked.error.code === 'desktop.cancelled') return;
    setBackup(checked.ok ? checked.value : undefined);
    setFileError(checked.ok ? undefined : checked.error);
    setChosenHere(false);
    setConfirmed(false);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (backup === undefined) return;
    setTried(true);
    const faults = checkNewPassword(password, repeated);
    if (isChosenHere && (faults.missingCount > 0 || faults.isDifferent)) return;
    const { account } = backup.header;
    const key: BackupKey = account.isDemo ? { kind: 'demo' } : { kind: isChosenHere ? 'chosen' : 'password', password };
    const isKnown = props.known.some((entry) => entry.account.account === account.account && !entry.account.isDemo);
    void attempt.run(async () => {
      const opened = await restoring.run((signals) => openWithBackup(backup, key, { ...signals, isConfirmed }));
      // Nobody can check the password: the file's owner chooses one for this device.
      const isUnreachable = !opened.ok && ['network.offline', 'network.timeout'].includes(opened.error.code);
      if (isUnreachable && key.kind === 'password' && !isKnown) {
        setChosenHere(true);
        setTried(false);
        setPassword('');
      }
      return opened;
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ViewHeader title={t('backupTitle')} hint={t('backupHint')} />
        {attempt.error === undefined && <AddressWarning />}
        <Button
          variant={backup === undefined ? 'filled' : 'default'}
          leftSection={<IconFileImport size={18} />}
          onClick={() => void choose()}
          disabled={checking.isRunning || attempt.isBusy}
          data-testid="backup-choose"
        >
          {backup === undefined ? t('backupChoose') : t('backupChooseOther')}
        </Button>
        {checking.share !== undefined && (
          <WorkProgress label={t('backupChecking')} share={checking.share} onCancel={checking.cancel} />
        )}
        <ErrorMessage error={fileError} />
        {backup !== undefined && (
          <>
            <BackupFacts backup={backup} />
            {isChosenHere && (
              <Alert color="yellow" variant="light" role="alert">
                <Text fw={600} size="sm">
                  {t('backupChosenTitle')}
                </Text>
                {t('backupChosenHint')}
              </Alert>
            )}
            {!backup.header.account.isDemo && (
              <BackupKeyFields
                isChosenHere={isChosenHere}
                password={password}
                repeated={repeated}
                isTried={isTried}
                onPassword={setPassword}
                onRepeated={setRepeated}
              />
            )}
            {(isConfirmed || attempt.error?.code === 'backup.unsealed') && (
              <UnsealedBackup isConfirmed={isConfirmed} onConfirm={setConfirmed} />
            )}
            {!(isChosenHere && attempt.error?.code.startsWith('network.')) && <ErrorMessage error={attempt.error} />}
            {restoring.share !== undefined && restoring.share > 0 && (
              <WorkProgress label={t('backupRestoring')} share={restoring.share} onCancel={restoring.cancel} />
            )}
            <Text size="xs" c="dimmed">
              {t('backupSeries')}
            </Text>
            <Button type="submit" loading={attempt.isBusy} data-testid="backup-open">
              {t('backupOpen')}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}

function BackupFacts({ backup }: { readonly backup: CheckedBackup }): JSX.Element {
  const { t } = useTranslation('welcome');
  const format = useFormat();
  const { account, createdAt } = backup.header;
  return (
    <Paper withBorder p="sm" data-testid="backup-facts">
      <Text fw={600}>{t('backupOf', { name: account.displayName })}</Text>
      <Text size="sm" c="dimmed">
        {t('backupFacts', {
          cooperative: account.cooperative,
          date: format.date(localToday(new Date(createdAt))),
          time: format.time(createdAt),
          count: backup.recordCount,
        })}
      </Text>
    </Paper>
  );
}
