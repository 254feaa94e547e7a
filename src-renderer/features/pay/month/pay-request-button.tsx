import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import type { SalaryComputation } from '../../../../shared/salary/salary-computation.ts';
import { requestPay } from '../../../data/commands/pay/request-pay.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { RequestButton } from './request-button.tsx';

/** Asks for the pay on screen: one a month, and not more than the account holds. */
export function PayRequestButton(props: {
  readonly account: ActivityAccount;
  readonly openingDate: string;
  readonly computation: SalaryComputation;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { store } = useSession();
  const { totals, grossCents, period } = props.computation;
  const asked = useRecords(store.book, 'salaryStatement').find(
    (pay) => pay.body.input.period === period && isPayCounted(pay),
  );
  const isPayable = totals.netBeforeTaxCents > 0;
  return (
    <RequestButton
      period={period}
      openingDate={props.openingDate}
      confirmation={t('confirmText', {
        month: format.month(period),
        net: format.money(totals.netBeforeTaxCents),
        cost: format.money(totals.totalCostCents),
      })}
      isPossible={asked === undefined && isPayable && totals.totalCostCents <= props.account.availableCents}
      testId="request-pay"
      onRequest={() => requestPay(store, period, grossCents)}
    >
      {asked !== undefined && <Text size="sm">{t('alreadyAsked', { month: format.month(period) })}</Text>}
      {!isPayable && <Text size="sm">{format.error({ code: 'salary.nothingToPay', message: '' })}</Text>}
    </RequestButton>
  );
}
