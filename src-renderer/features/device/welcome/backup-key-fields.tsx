import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPasswordFields } from './new-password-fields.tsx';
import { PasswordField } from './password-field.tsx';

/** The account's password, or, when nobody can check it, a new one for this device. */
export function BackupKeyFields(props: {
  readonly isChosenHere: boolean;
  readonly password: string;
  readonly repeated: string;
  readonly isTried: boolean;
  readonly onPassword: (text: string) => void;
  readonly onRepeated: (text: string) => void;
}): JSX.Element {
  const { t } = useTranslation('welcome');
  const { isChosenHere, ...fields } = props;
  if (isChosenHere) return <NewPasswordFields {...fields} />;
  return (
    <PasswordField
      label={t('password')}
      description={t('backupPasswordHint')}
      required
      autoFocus
      value={props.password}
      onChange={(event) => {
        props.onPassword(event.currentTarget.value);
      }}
    />
  );
}
