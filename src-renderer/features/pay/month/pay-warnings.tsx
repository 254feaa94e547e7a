import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { listPayAmounts, payAmountsOf } from '../../../../shared/planning/pay-amounts.ts';
import { findNearJump } from '../../../../shared/planning/plan-warnings.ts';
import { listPassedThresholds } from '../../../../shared/planning/watched-thresholds.ts';
import type { PreparedSalary } from '../../../../shared/salary/compute-from-gross.ts';
import { quarterFloorIn } from '../../../../shared/salary/quarter-floor.ts';
import type { PayDirection, SolvedPay } from '../../../../shared/salary/solve-pay.ts';
import { amountIn } from '../../../../shared/salary/solve-pay.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useJumpWords } from '../pieces/use-jump-words.ts';
import { usePassedWords } from '../pieces/use-passed-words.ts';

/** What a person should know before asking, in words. */
export function PayWarnings(props: {
  readonly pay: SolvedPay;
  readonly direction: PayDirection;
  readonly amountCents: number;
  readonly account: ActivityAccount;
  readonly prepared: PreparedSalary;
  readonly context: PayContext<RecordOf<'salaryStatement'>>;
  /** The fixed part of the contract in the month; 0 without one. */
  readonly fixedGrossCents: number;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const jumpWords = useJumpWords();
  const passedWords = usePassedWords();
  const { store } = useSession();
  const plans = useRecords(store.book, 'payPlan').findLast(({ status }) => status === 'active');
  const { pay, prepared, account, direction } = props;
  const { computation, isExact } = pay;
  const costCents = computation.totals.totalCostCents;
  const missingCents = costCents - account.availableCents;
  const overdrawnCents = costCents - account.balanceCents;
  const floor = quarterFloorIn(computation.period, props.context.versions);
  const near = findNearJump({ prepared, computation });
  // The month holds one pay: one that stands is not added to the one on screen.
  const otherPays = props.context.statements.filter(({ body }) => body.input.period !== computation.period);
  const pays = [...listPayAmounts(otherPays, []), payAmountsOf(computation.period, computation)];
  const passed = listPassedThresholds(plans?.body.watched ?? [], pays, computation.period);
  const awayCents = Math.abs(amountIn(direction, computation) - props.amountCents);
  return (
    <>
      {missingCents > 0 && (
        <Alert color="red" role="alert">
          {overdrawnCents > 0
            ? t('warning.negativeAccount', { amount: format.money(overdrawnCents) })
            : t('warning.aboveAvailable', { amount: format.money(missingCents) })}
        </Alert>
      )}
      {floor.ok && computation.grossCents < floor.value && (
        <Alert color="yellow">{t('warning.belowQuarter', { amount: format.money(floor.value) })}</Alert>
      )}
      {computation.grossCents < props.fixedGrossCents && (
        <Alert color="yellow">{t('warning.belowFixed', { amount: format.money(props.fixedGrossCents) })}</Alert>
      )}
      {costCents < computation.grossCents && (
        <Alert color="blue">
          {t('warning.givenBack', { amount: format.money(computation.grossCents - costCents) })}
        </Alert>
      )}
      {near !== undefined && <Alert color="yellow">{capitalise(jumpWords(near.jump, near.isPassed))}</Alert>}
      {passed.map((one) => (
        <Alert key={`${one.threshold.label}-${one.period}`} color="yellow">
          {passedWords([one])}
        </Alert>
      ))}
      {!isExact && (
        <Alert color="gray">{t(`warning.notExact.${direction}`, { amount: format.money(awayCents) })}</Alert>
      )}
    </>
  );
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
