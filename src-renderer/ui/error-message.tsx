import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import type { AppError } from '../../shared/core/errors.ts';
import { useFormat } from '../i18n/use-format.ts';

/** What went wrong, said next to what caused it; nothing while all is well. `color`: orange where nothing failed yet. */
export function ErrorMessage(props: {
  readonly error: AppError | undefined;
  readonly color?: 'red' | 'orange';
}): JSX.Element | null {
  const { error, color = 'red' } = props;
  const format = useFormat();
  if (error === undefined || error.code === 'desktop.cancelled') return null;
  return (
    <Alert color={color} role="alert" py="xs" data-error={error.code}>
      {format.error(error)}
    </Alert>
  );
}
