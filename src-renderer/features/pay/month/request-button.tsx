import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { checkOpening } from '../../../../shared/pay/check-opening.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useIsIncomplete } from '../../../session/use-is-incomplete.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/**
 * Asks for the pay on screen, after a confirmation that repeats what it costs and gives. Nothing can be asked of a book whose
 * figures are incomplete, nor before the day its account opens.
 */
export function RequestButton(props: {
  readonly period: string;
  /** The day the account opens. */
  readonly openingDate: string;
  readonly confirmation: string;
  readonly isPossible: boolean;
  readonly testId: string;
  readonly onRequest: () => Promise<Result<unknown>>;
  /** Why it is not possible, below the button. */
  readonly children?: ReactNode;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const isIncomplete = useIsIncomplete();
  const [error, setError] = useState<AppError>();
  const opened = checkOpening(props, localToday());

  async function send(): Promise<void> {
    const done = await props.onRequest();
    setError(done.ok ? undefined : done.error);
    if (done.ok) notifications.show({ message: t('requested', { month: format.month(props.period) }) });
  }

  function confirm(): void {
    modals.openConfirmModal({
      title: t('confirmTitle'),
      children: <Text>{props.confirmation}</Text>,
      labels: { confirm: t('request'), cancel: tCommon('cancel') },
      onConfirm: () => void send(),
    });
  }

  return (
    <>
      <Button
        size="md"
        onClick={confirm}
        disabled={isIncomplete || !opened.ok || !props.isPossible}
        data-testid={props.testId}
      >
        {t('request')}
      </Button>
      {props.children}
      <ErrorMessage error={opened.ok ? error : opened.error} {...(!opened.ok && { color: 'orange' as const })} />
    </>
  );
}
