import { Checkbox, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedMonth } from '../../../../shared/planning/planned-month.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import type { PlanBook } from './use-plan-book.ts';

/** What is wished in a month: an amount in the scenario's direction, or whether an even pay is taken. */
export function PlanPayField(props: {
  readonly planned: PlannedMonth;
  readonly payCents: number;
  readonly scenario: PayScenario;
  readonly book: PlanBook;
  readonly settings: ActivitySettingsBody;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { planned, payCents, scenario, book } = props;
  const change = { kind: 'month', scenario: scenario.name, month: planned.month } as const;
  const month = format.month(planned.month);
  if (props.settings.contract.kind === 'cape') return <Text size="xs">{t('capeNoPay')}</Text>;
  if (scenario.direction === 'even') {
    return (
      <Checkbox
        aria-label={t('fieldOf', { field: t('isPaid'), month })}
        label={t('isPaid')}
        checked={payCents > 0}
        onChange={(event) => {
          void book.save({ ...change, change: { payCents: event.currentTarget.checked ? 1 : 0 } });
        }}
      />
    );
  }
  return (
    <AmountInput
      size="xs"
      aria-label={t('fieldOf', { field: t(`direction.${scenario.direction}`), month })}
      currency={props.settings.currency}
      valueMinor={payCents}
      isPositive
      emptyValue={0}
      onValue={(value) => {
        book.preview(value === undefined ? undefined : { ...change, change: { payCents: value } });
      }}
      onBlur={() => void book.save()}
    />
  );
}
