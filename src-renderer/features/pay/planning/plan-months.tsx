import { Stack, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { ComputedScenario } from './computed-scenario.ts';
import './pay-plan.css';
import { PlanMonthRow } from './plan-month-row.tsx';
import type { PlanBook } from './use-plan-book.ts';

const COLUMNS = ['month', 'turnover', 'charges', 'pay', 'net', 'cost', 'closing'] as const;

/** The months of a scenario, one a row; on a telephone one a card. */
export function PlanMonths(
  props: ComputedScenario & {
    readonly book: PlanBook;
    readonly settings: ActivitySettingsBody;
    readonly hasTitle: boolean;
  },
): JSX.Element {
  const { t } = useTranslation('payPlan');
  const { scenario, plan } = props;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {props.hasTitle ? t('monthsOf', { name: scenario.name }) : t('months')}
      </Title>
      <div className="plan-head" aria-hidden="true">
        {COLUMNS.map((column) => (
          <span key={column}>{t(`column.${column}`)}</span>
        ))}
      </div>
      <ul className="plan-months">
        {plan.months.map((planned, index) => (
          <PlanMonthRow
            key={planned.month}
            planned={planned}
            payCents={scenario.months[index]?.payCents ?? 0}
            scenario={scenario}
            book={props.book}
            settings={props.settings}
          />
        ))}
      </ul>
    </Stack>
  );
}
