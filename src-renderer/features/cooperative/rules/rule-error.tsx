import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import { useRuleError } from './use-rule-error.ts';

/** What keeps a rule from being saved; nothing while all is well. */
export function RuleError({ error }: { readonly error: AppError | undefined }): JSX.Element | null {
  const words = useRuleError();
  if (error === undefined) return null;
  return (
    <Alert color="red" role="alert" py="xs" data-error={error.code}>
      {words(error)}
    </Alert>
  );
}
