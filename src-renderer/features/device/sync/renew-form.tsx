import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { useSession } from '../../../session/session-context.tsx';
import { renewSession } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** The password again, at the server, while everything else goes on. */
export function RenewForm(): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { account, sync } = useSession();
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const renewed = await renewSession(account, password);
    setBusy(false);
    setError(renewed.ok ? undefined : renewed.error);
    if (!renewed.ok) return;
    notifications.show({ message: t('renewed') });
    sync.syncNow();
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('renewTitle')}>
      <Stack gap="xs" maw={520}>
        <Group align="flex-end" gap="xs">
          {!account.isDemo && (
            <PasswordInput
              flex={1}
              miw={220}
              label={t('renewPassword', { account: account.account })}
              autoComplete="current-password"
              visibilityToggleFocusable
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
              required
              value={password}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
          )}
          <Button type="submit" loading={isBusy} data-testid="renew-session">
            {t('renew')}
          </Button>
        </Group>
        <ErrorMessage error={error} />
      </Stack>
    </form>
  );
}
