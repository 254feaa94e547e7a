import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../shared/activity/activity-account.ts';
import type { PreparedSalary } from '../../../shared/salary/compute-from-gross.ts';
import { quarterFloorCents } from '../../../shared/salary/quarter-floor.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { SolvedPay } from '../../../shared/salary/solve-pay.ts';

/** What a person should know before asking, in words. */
export function PayWarnings(props: {
  readonly pay: SolvedPay;
  readonly account: ActivityAccount;
  readonly prepared: PreparedSalary;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { computation, isExact } = props.pay;
  const missingCents = computation.totals.totalCostCents - props.account.availableCents;
  const floorCents = quarterFloorCents(props.prepared.parameters);
  return (
    <>
      {missingCents > 0 && (
        <Alert color="red" role="alert">
          {t('warning.aboveAvailable', { amount: format.money(missingCents) })}
        </Alert>
      )}
      {computation.grossCents < floorCents && (
        <Alert color="yellow">{t('warning.belowQuarter', { amount: format.money(floorCents) })}</Alert>
      )}
      {!isExact && <Alert color="gray">{t('warning.notExact')}</Alert>}
    </>
  );
}
