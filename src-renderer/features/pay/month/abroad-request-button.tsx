import { Alert, Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbroadPay } from '../../../../shared/pay/compute-abroad-pay.ts';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { requestAbroadPay } from '../../../data/commands/pay/request-abroad-pay.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useIsIncomplete } from '../../../session/use-is-incomplete.ts';

/** Asks for the pay abroad on screen, after a confirmation. */
export function AbroadRequestButton(props: {
  readonly pay: AbroadPay;
  readonly account: ActivityAccount;
}): JSX.Element {
  const { t } = useTranslation('abroad');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const { budgetMinor, paidMinor, period, profile } = props.pay;

  async function send(): Promise<void> {
    const done = await requestAbroadPay(store, period, budgetMinor);
    setError(done.ok ? undefined : done.error);
    if (done.ok) notifications.show({ message: t('requested', { month: format.month(period) }) });
  }

  function confirm(): void {
    modals.openConfirmModal({
      title: t('confirmTitle'),
      children: (
        <Text>
          {t('confirmText', {
            month: format.month(period),
            paid: format.money(paidMinor, profile.currency),
            budget: format.money(budgetMinor, profile.currency),
          })}
        </Text>
      ),
      labels: { confirm: t('request'), cancel: tCommon('cancel') },
      onConfirm: () => void send(),
    });
  }

  const isIncomplete = useIsIncomplete();
  const isAbove = budgetMinor > props.account.availableCents;
  return (
    <>
      {isAbove && <Text size="sm">{format.error({ code: 'salary.aboveAvailable', message: '' })}</Text>}
      <Button
        size="md"
        onClick={confirm}
        disabled={isIncomplete || paidMinor <= 0 || isAbove}
        data-testid="request-abroad-pay"
      >
        {t('request')}
      </Button>
      {error !== undefined && (
        <Alert color="red" role="alert">
          {format.error(error)}
        </Alert>
      )}
    </>
  );
}
