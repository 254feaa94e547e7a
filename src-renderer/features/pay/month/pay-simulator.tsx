import { Alert, Button, Group, Paper, SegmentedControl, Slider } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { openingCostCents } from '../../../../shared/pay/opening-amount.ts';
import { parameterDifference } from '../../../../shared/pay/parameter-difference.ts';
import { payBasisOf } from '../../../../shared/pay/pay-input.ts';
import { settleYear } from '../../../../shared/pay/year-settlement.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { prepareSalary } from '../../../../shared/salary/compute-from-gross.ts';
import { contractIn } from '../../../../shared/contract/contract-in.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DifferenceBlock } from '../pieces/difference-block.tsx';
import { usePayContext } from '../pieces/use-pay-context.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { InputAndResult } from '../../../ui/input-and-result.tsx';
import { quarterFloorIn } from '../../../../shared/salary/quarter-floor.ts';
import { AvailableAndMonth } from './available-and-month.tsx';
import { PayRequestButton } from './pay-request-button.tsx';
import { PayResult } from './pay-result.tsx';
import { PayWarnings } from './pay-warnings.tsx';
import type { PayDirection } from '../../../../shared/salary/solve-pay.ts';
import { amountIn, solvePay } from '../../../../shared/salary/solve-pay.ts';

const DIRECTIONS: readonly PayDirection[] = ['cost', 'gross', 'net'];
/** The slider moves by euros; the field beside it takes cents. */
const SLIDER_STEP_CENTS = 100;
const SMALLEST_RANGE_CENTS = 100_000;

/** Slider and amount in three directions, the result with all its lines, and the request. */
export function PaySimulator(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettings;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { account, settings } = props.figures;
  const [period, setPeriod] = useState(() => monthOf(localToday()));
  const context = usePayContext(props.figures);
  const [direction, setDirection] = useState<PayDirection>('cost');
  const [amountCents, setAmountCents] = useState<number | undefined>(() =>
    openingCostCents(context.statements, account.availableCents),
  );
  const basis = useMemo(
    () => payBasisOf(settings.body, props.cooperative, period, context),
    [settings, props.cooperative, period, context],
  );
  const prepared = useMemo(
    () => (basis.ok ? prepareSalary(basis.value.input, context.versions) : basis),
    [basis, context],
  );
  const solved = useMemo(
    () => (prepared.ok && amountCents !== undefined ? solvePay(prepared.value, direction, amountCents) : undefined),
    [prepared, direction, amountCents],
  );
  const settled = useMemo(
    () =>
      prepared.ok
        ? parameterDifference(
            { period, ruleVersion: prepared.value.parameters.ruleVersion },
            context.statements,
            context.versions,
          )
        : undefined,
    [prepared, period, context],
  );
  const difference = settled?.ok === true ? settled.value : undefined;
  const settlement =
    basis.ok && solved?.ok === true ? settleYear(basis.value, solved.value.computation, context.versions) : undefined;
  const floor = quarterFloorIn(period, context.versions);
  const contract = contractIn(settings.body, period);
  const most = prepared.ok ? solvePay(prepared.value, 'cost', account.availableCents) : undefined;
  const mostCents = most?.ok === true ? amountIn(direction, most.value.computation) : account.availableCents;
  const rangeCents = Math.max(mostCents, SMALLEST_RANGE_CENTS, amountCents ?? 0);

  return (
    <InputAndResult
      result={
        prepared.ok &&
        solved?.ok === true && (
          <>
            <PayResult
              computation={solved.value.computation}
              account={account}
              parameters={prepared.value.parameters}
              person={settings.body.entrepreneur.account}
              settlement={settlement?.ok === true ? settlement.value : undefined}
            />
            {difference !== undefined && (
              <Paper withBorder p="md" mt="md">
                <DifferenceBlock difference={difference} />
              </Paper>
            )}
          </>
        )
      }
    >
      <AvailableAndMonth
        label={t('available')}
        availableMinor={account.availableCents}
        currency="EUR"
        period={period}
        onPeriod={setPeriod}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('direction')}
        value={direction}
        onChange={(value) => {
          const next = DIRECTIONS.find((known) => known === value) ?? 'cost';
          if (solved?.ok === true) setAmountCents(amountIn(next, solved.value.computation));
          setDirection(next);
        }}
        data={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
      />
      <AmountInput
        label={t(`amount.${direction}`)}
        size="lg"
        valueMinor={amountCents}
        onValue={setAmountCents}
        isPositive
        data-testid="pay-amount"
      />
      <Slider
        thumbLabel={t(`amount.${direction}`)}
        thumbValueText={(value) => format.money(value)}
        min={0}
        max={rangeCents}
        step={SLIDER_STEP_CENTS}
        value={amountCents ?? 0}
        onChange={setAmountCents}
        label={(value) => format.money(value)}
      />
      <Group gap="xs">
        {amountCents !== mostCents && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setAmountCents(mostCents);
            }}
          >
            {t('wholeAvailable', { amount: format.money(mostCents) })}
          </Button>
        )}
        {floor.ok && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setDirection('gross');
              setAmountCents(floor.value);
            }}
          >
            {t('quarterFloor', { amount: format.money(floor.value) })}
          </Button>
        )}
      </Group>
      {prepared.ok && isEstimate(prepared.value.parameters.ruleVersion) && (
        <Alert color="yellow" variant="light" data-testid="provisional">
          {t('provisional')}
        </Alert>
      )}
      <ErrorMessage error={prepared.ok ? undefined : prepared.error} />
      <ErrorMessage color="orange" error={solved?.ok === false ? solved.error : undefined} />
      {prepared.ok && solved?.ok === true && (
        <>
          <PayWarnings
            pay={solved.value}
            direction={direction}
            amountCents={amountCents ?? 0}
            account={account}
            prepared={prepared.value}
            context={context}
            fixedGrossCents={contract.ok ? (contract.value.fixedGrossCents ?? 0) : 0}
          />
          <PayRequestButton
            account={account}
            openingDate={settings.body.openingDate}
            computation={solved.value.computation}
          />
        </>
      )}
    </InputAndResult>
  );
}
