import { Badge, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedMonth } from '../../../../shared/planning/planned-month.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';
import { PlanPayField } from './plan-pay-field.tsx';
import { useMonthExplanation } from './use-month-explanation.ts';
import type { PlanBook } from './use-plan-book.ts';

/** One month of a scenario: what is expected can be typed, what follows unfolds to its lines. */
export function PlanMonthRow(props: {
  readonly planned: PlannedMonth;
  readonly payCents: number;
  readonly scenario: PayScenario;
  readonly book: PlanBook;
  readonly settings: ActivitySettingsBody;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const explain = useMonthExplanation();
  const { planned, scenario, book, settings } = props;
  const { currency } = settings;
  const month = format.month(planned.month);
  const change = { kind: 'month', scenario: scenario.name, month: planned.month } as const;
  const isNegative = planned.closingCents < 0;
  // Said once, above the months.
  const isUnknown = planned.error?.code === 'salary.noParameters';
  const amountField = (column: 'turnover' | 'charges', field: 'turnoverCents' | 'chargesCents'): JSX.Element => (
    <Cell label={t(`column.${column}`)}>
      <AmountInput
        size="xs"
        aria-label={t('fieldOf', { field: t(`column.${column}`), month })}
        currency={currency}
        valueMinor={planned[field]}
        isPositive
        emptyValue={0}
        onValue={(value) => {
          book.preview(value === undefined ? undefined : { ...change, change: { [field]: value } });
        }}
        onBlur={() => void book.save()}
      />
    </Cell>
  );
  return (
    <li className="plan-month" data-testid="plan-month">
      <div className="plan-month-name">
        <Text fw={600} size="sm">
          {month}
        </Text>
        {planned.isEstimate && (
          <Badge size="xs" variant="light" color="yellow" tt="none" c="var(--mantine-color-text)">
            {t('isEstimate')}
          </Badge>
        )}
        {isUnknown && (
          <Badge size="xs" variant="light" color="gray" tt="none" c="var(--mantine-color-text)">
            {t('noParameters')}
          </Badge>
        )}
      </div>
      {amountField('turnover', 'turnoverCents')}
      {amountField('charges', 'chargesCents')}
      <Cell label={t('column.pay')}>
        <PlanPayField {...props} />
      </Cell>
      <Cell label={t('column.net')}>
        <Text size="sm" className="figures" fw={600}>
          {format.money(planned.netCents, currency)}
        </Text>
      </Cell>
      <Cell label={t('column.cost')}>
        <Text size="sm" className="figures">
          {format.money(planned.employerCostCents, currency)}
        </Text>
      </Cell>
      <Cell label={t('column.closing')}>
        <Text
          size="sm"
          className="figures"
          c={isNegative ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
          fw={600}
        >
          {format.money(planned.closingCents, currency)}
        </Text>
      </Cell>
      <div className="plan-month-detail">
        <ExplainedFigure label={month} lines={explain(planned, currency)}>
          {planned.error !== undefined && !isUnknown && (
            <Text size="sm" c="var(--mantine-color-error)">
              {format.error(planned.error)}
            </Text>
          )}
        </ExplainedFigure>
      </div>
    </li>
  );
}

/** On a telephone each figure carries its name. */
function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div className="plan-cell">
      <span className="plan-cell-label">{label}</span>
      {children}
    </div>
  );
}
