import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkNewPassword } from './new-password.ts';
import { PasswordField } from './password-field.tsx';

/** A new password twice. Faults are told once the person has left a field or tried to go on. */
export function NewPasswordFields(props: {
  readonly password: string;
  readonly repeated: string;
  readonly isTried: boolean;
  readonly onPassword: (text: string) => void;
  readonly onRepeated: (text: string) => void;
}): JSX.Element {
  const { t } = useTranslation('welcome');
  const { password, repeated, isTried } = props;
  const [isFirstLeft, setFirstLeft] = useState(false);
  const [isSecondLeft, setSecondLeft] = useState(false);
  const faults = checkNewPassword(password, repeated);
  const isTooShort = (isTried || isFirstLeft) && faults.missingCount > 0;
  const isDifferent = (isTried || isSecondLeft) && faults.isDifferent;
  return (
    <>
      <PasswordField
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        required
        value={password}
        error={isTooShort ? t('passwordTooShort', { count: faults.missingCount }) : undefined}
        onChange={(event) => {
          props.onPassword(event.currentTarget.value);
        }}
        onBlur={() => {
          if (password !== '') setFirstLeft(true);
        }}
      />
      <PasswordField
        label={t('repeatPassword')}
        autoComplete="new-password"
        required
        value={repeated}
        error={isDifferent ? t('passwordDiffers') : undefined}
        onChange={(event) => {
          props.onRepeated(event.currentTarget.value);
        }}
        onBlur={() => {
          if (repeated !== '') setSecondLeft(true);
        }}
      />
    </>
  );
}
