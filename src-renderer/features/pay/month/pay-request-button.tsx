import { Alert, Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { SalaryComputation } from '../../../../shared/salary/salary-computation.ts';
import { requestPay } from '../../../data/commands/pay/request-pay.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useIsIncomplete } from '../../../session/use-is-incomplete.ts';

/** Asks for the pay on screen, after a confirmation that repeats what it costs and gives. */
export function PayRequestButton(props: {
  readonly account: ActivityAccount;
  readonly computation: SalaryComputation;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const { totals, grossCents, period } = props.computation;
  const asked = useRecords(store.book, 'salaryStatement').find(
    (pay) => pay.body.input.period === period && isPayCounted(pay),
  );
  const isPayable = totals.netBeforeTaxCents > 0;
  const isIncomplete = useIsIncomplete();
  const isPossible =
    !isIncomplete && asked === undefined && isPayable && totals.totalCostCents <= props.account.availableCents;

  async function send(): Promise<void> {
    const done = await requestPay(store, period, grossCents);
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
            net: format.money(totals.netBeforeTaxCents),
            cost: format.money(totals.totalCostCents),
          })}
        </Text>
      ),
      labels: { confirm: t('request'), cancel: tCommon('cancel') },
      onConfirm: () => void send(),
    });
  }

  return (
    <>
      <Button size="md" onClick={confirm} disabled={!isPossible} data-testid="request-pay">
        {t('request')}
      </Button>
      {asked !== undefined && <Text size="sm">{t('alreadyAsked', { month: format.month(period) })}</Text>}
      {!isPayable && <Text size="sm">{format.error({ code: 'salary.nothingToPay', message: '' })}</Text>}
      {error !== undefined && (
        <Alert color="red" role="alert">
          {format.error(error)}
        </Alert>
      )}
    </>
  );
}
