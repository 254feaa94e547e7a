import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDevice } from '../../../shared/access/own-device.ts';
import type { AppError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { localToday } from '../../data/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { endDevices, listDevices } from '../../session/devices-api.ts';
import { useSession } from '../../session/session-context.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { SettingsCard } from './settings-card.tsx';

/** The person's devices at the server, with ending one or all others. */
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
          <DeviceLine key={device.id} device={device} onEnd={ask} />
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

function DeviceLine(props: { readonly device: OwnDevice; readonly onEnd: (device: OwnDevice) => void }): JSX.Element {
  const { device, onEnd } = props;
  const { t } = useTranslation('settings');
  const format = useFormat();
  const state = device.isThis ? 'deviceThis' : device.isOpen ? 'deviceOpen' : 'deviceEnded';
  const seen = { date: format.date(localToday(new Date(device.lastSeenAt))), time: format.time(device.lastSeenAt) };
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {device.name}{' '}
          <Badge variant="default" tt="none">
            {t(state)}
          </Badge>
        </Text>
        <Text size="xs" c="dimmed">
          {t('deviceSeen', { ...seen, prefix: device.prefix })}
        </Text>
      </div>
      {!device.isThis && device.isOpen && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-label={t('devicesEndTitle', { name: device.name })}
          onClick={() => {
            onEnd(device);
          }}
        >
          {t('devicesEnd')}
        </Button>
      )}
    </Group>
  );
}
