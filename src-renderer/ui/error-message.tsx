import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import type { AppError } from '../../shared/core/errors.ts';
import { useFormat } from '../i18n/use-format.ts';

/** What went wrong, said next to what caused it; nothing while all is well. */
export function ErrorMessage({ error }: { readonly error: AppError | undefined }): JSX.Element | null {
  const format = useFormat();
  if (error === undefined || error.code === 'desktop.cancelled') return null;
  return (
    <Alert color="red" role="alert" py="xs" data-error={error.code}>
      {format.error(error)}
    </Alert>
  );
}
