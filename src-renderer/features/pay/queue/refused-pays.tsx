import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Format } from '../../../i18n/use-format.ts';
import type { QueuedPay } from './list-pays.ts';

/** A pay whose step was refused, and why. */
export interface RefusedPay {
  readonly queued: QueuedPay;
  readonly error: AppError;
}

/** Why pays were not taken further, each by its person and month: one person may have several. */
export function RefusedPays(props: {
  readonly refused: readonly RefusedPay[];
  readonly format: Pick<Format, 'month' | 'error'>;
}): JSX.Element {
  const { refused, format } = props;
  return (
    <>
      {refused.map(({ queued: { pay, person }, error }) => (
        <Alert key={pay.id} color="red" role="alert" mb="xs">
          {`${person}, ${format.month(pay.body.input.period)} : ${format.error(error)}`}
        </Alert>
      ))}
    </>
  );
}
