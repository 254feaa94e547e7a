import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDevice } from '../../../../shared/access/own-device.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { endDevices, listDevices, renameDevice } from '../../../session/devices-api.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { DeviceLine } from './device-line.tsx';
import { SettingsCard } from './settings-card.tsx';

/** The person's devices at the server, with naming one and ending one or all others. */
export function DevicesCard(): JSX.Element {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const { account } = useSession();
  const [listed, setListed] = useState<Result<readonly OwnDevice[]>>();
  const [error, setError] = useState<AppError>();
  const refresh = useCallback(() => listDevices(account.account).then(setListed), [account.account]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const devices = listed?.ok === true ? listed.value : [];
  const hasOthers = devices.some(({ isThis, isOpen }) => !isThis && isOpen);

  async function end(which: OwnDevice | 'others'): Promise<void> {
    const ended = await endDevices(account.account, which);
    setError(ended.ok ? undefined : ended.error);
    await refresh();
  }

  async function rename({ id }: OwnDevice, name: string): Promise<boolean> {
    const renamed = await renameDevice(account.account, id, name);
    setError(renamed.ok ? undefined : renamed.error);
    if (renamed.ok) await refresh();
    return renamed.ok;
  }

  function ask(which: OwnDevice | 'others'): void {
    const title = which === 'others' ? t('devicesEndOthersTitle') : t('devicesEndTitle', { name: which.name });
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{t('devicesEndHint')}</Text>,
      labels: { confirm: t('devicesEndConfirm'), cancel: tCommon('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void end(which),
    });
  }

  return (
    <SettingsCard title={t('devices')}>
      <Text size="sm" c="dimmed">
        {t('devicesHint')}
      </Text>
      <ErrorMessage error={error ?? (listed?.ok === false ? listed.error : undefined)} />
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} data-testid="devices">
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} onEnd={ask} onRename={(name) => rename(device, name)} />
        ))}
      </Stack>
      {hasOthers && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            data-testid="end-others"
            onClick={() => {
              ask('others');
            }}
          >
            {t('devicesEndOthers')}
          </Button>
        </Group>
      )}
    </SettingsCard>
  );
}
