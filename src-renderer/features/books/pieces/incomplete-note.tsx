import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { useIsIncomplete } from '../../../session/use-is-incomplete.ts';

/** Says that the figures of a book are incomplete on this device, and what to do; nothing when they are whole. */
export function IncompleteNote({ activityId }: { readonly activityId?: string }): JSX.Element | null {
  const format = useFormat();
  const isIncomplete = useIsIncomplete(activityId);
  if (!isIncomplete) return null;
  return (
    <Alert color="orange" mb="sm" role="alert" data-testid="incomplete">
      {format.error({ code: 'book.incomplete', message: '' })}
    </Alert>
  );
}
