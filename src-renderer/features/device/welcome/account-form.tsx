import { Button, Stack, TextInput } from '@mantine/core';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../session/session.ts';
import { signIn } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ServerAddressForm } from '../pieces/server-address-form.tsx';
import { AddressWarning } from './address-warning.tsx';
import { PasswordField } from './password-field.tsx';
import { useAttempt } from './use-attempt.ts';
import { ViewHeader } from './view-header.tsx';

/** An account that exists already, on a device that does not know it. */
export function AccountForm({ onOpen }: { readonly onOpen: (session: Session) => void }): JSX.Element {
  const { t } = useTranslation('welcome');
  const attempt = useAttempt(onOpen);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void attempt.run(() => signIn(name.trim().toLowerCase(), password));
  }

  return (
    <Stack>
      <ViewHeader title={t('accountTitle')} hint={t('accountHint')} />
      <ServerAddressForm isFirstTime />
      {attempt.error === undefined && <AddressWarning />}
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('accountName')}
            description={t('accountNameHint')}
            required
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <PasswordField
            label={t('password')}
            required
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <ErrorMessage error={attempt.error} />
          <Button type="submit" loading={attempt.isBusy}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
