import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { JSX, SubmitEvent } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { ServerAddress } from '../../../../shared/desktop/desktop-calls.ts';
import { getPlatform } from '../../../platform/current-platform.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/**
 * The address of the cooperative's server, in the desktop application only: in a browser it is where the page came from.
 * `isFirstTime`: shown only while no address is known.
 */
export function ServerAddressForm({ isFirstTime }: { readonly isFirstTime?: boolean }): JSX.Element | null {
  const { t } = useTranslation();
  const choice = getPlatform().serverChoice;
  const [known, setKnown] = useState<ServerAddress>();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError>();
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    void choice?.read().then((read) => {
      if (!read.ok) return;
      setKnown(read.value);
      setTyped(read.value.address ?? '');
    });
  }, [choice]);
  if (choice === null || known === undefined) return null;
  if (isFirstTime === true && known.address !== null && !isSaved) return null;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void choice?.change(typed.trim()).then((changed) => {
      setSaved(changed.ok);
      setError(changed.ok ? undefined : changed.error);
      if (changed.ok) setKnown(changed.value);
    });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <TextInput
            flex={1}
            type="url"
            label={t('serverAddress')}
            description={known.isFixed ? t('serverAddressFixed') : t('serverAddressHint')}
            placeholder="https://sillon.exemple.coop"
            disabled={known.isFixed}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setSaved(false);
            }}
          />
          <Button type="submit" variant="default" disabled={known.isFixed || typed.trim() === (known.address ?? '')}>
            {t('save')}
          </Button>
        </Group>
        <ErrorMessage error={error} />
        {isSaved && (
          <Text size="sm" role="status">
            {t('serverAddressSaved')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
