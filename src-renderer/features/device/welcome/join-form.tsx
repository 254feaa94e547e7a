import { Button, Stack, TextInput } from '@mantine/core';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Session } from '../../../session/session.ts';
import { enrol } from '../../../session/session.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ServerAddressForm } from '../pieces/server-address-form.tsx';
import { AddressWarning } from './address-warning.tsx';
import { checkNewPassword } from './new-password.ts';
import { NewPasswordFields } from './new-password-fields.tsx';
import { useAttempt } from './use-attempt.ts';
import { ViewHeader } from './view-header.tsx';

/** The enrolment code and the password that will open Sillon from then on. */
export function JoinForm({ onOpen }: { readonly onOpen: (session: Session) => void }): JSX.Element {
  const { t } = useTranslation('welcome');
  const format = useFormat();
  const attempt = useAttempt(onOpen);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const isAboutCode = attempt.error?.code.startsWith('enrolment.') === true;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    const faults = checkNewPassword(password, repeated);
    if (code.trim() === '' || faults.missingCount > 0 || faults.isDifferent) return;
    void attempt.run(() => enrol(code, password));
  }

  return (
    <Stack>
      <ViewHeader title={t('joinTitle')} hint={t('joinHint')} />
      <ServerAddressForm isFirstTime />
      {attempt.error === undefined && <AddressWarning />}
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('code')}
            description={t('codeHint')}
            required
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            error={codeFault(isTried && code.trim() === '', isAboutCode ? attempt.error : undefined)}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
          <NewPasswordFields
            password={password}
            repeated={repeated}
            isTried={isTried}
            onPassword={setPassword}
            onRepeated={setRepeated}
          />
          {!isAboutCode && <ErrorMessage error={attempt.error} />}
          <Button type="submit" loading={attempt.isBusy} data-testid="join">
            {t('join')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );

  function codeFault(isMissing: boolean, error: AppError | undefined): JSX.Element | undefined {
    if (!isMissing && error === undefined) return undefined;
    return <span role="alert">{error === undefined ? t('codeMissing') : format.error(error)}</span>;
  }
}
