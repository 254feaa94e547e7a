import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import type { AbroadPay } from '../../../../shared/pay/compute-abroad-pay.ts';
import { requestAbroadPay } from '../../../data/commands/pay/request-abroad-pay.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { RequestButton } from './request-button.tsx';

/** Asks for the pay abroad on screen, not for more than the account holds. */
export function AbroadRequestButton(props: {
  readonly pay: AbroadPay;
  readonly account: ActivityAccount;
  readonly openingDate: string;
}): JSX.Element {
  const { t } = useTranslation('abroad');
  const format = useFormat();
  const { store } = useSession();
  const { budgetMinor, paidMinor, period, profile } = props.pay;
  const isAbove = budgetMinor > props.account.availableCents;
  return (
    <>
      {isAbove && <Text size="sm">{format.error({ code: 'salary.aboveAvailable', message: '' })}</Text>}
      <RequestButton
        period={period}
        openingDate={props.openingDate}
        confirmation={t('confirmText', {
          month: format.month(period),
          paid: format.money(paidMinor, profile.currency),
          budget: format.money(budgetMinor, profile.currency),
        })}
        isPossible={paidMinor > 0 && !isAbove}
        testId="request-abroad-pay"
        onRequest={() => requestAbroadPay(store, period, budgetMinor)}
      />
    </>
  );
}
