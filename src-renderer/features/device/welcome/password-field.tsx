import type { PasswordInputProps } from '@mantine/core';
import { PasswordInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** A password field whose eye can be reached with the keyboard. */
export function PasswordField(props: PasswordInputProps): JSX.Element {
  const { t } = useTranslation('welcome');
  return (
    <PasswordInput
      autoComplete="current-password"
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}
