import { Alert, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayPlan } from '../../../../shared/planning/compute-pay-plan.ts';
import { computePayPlan } from '../../../../shared/planning/compute-pay-plan.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { findPayrollParameters } from '../../../../shared/salary/find-parameters.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { usePayContext } from '../pieces/use-pay-context.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ExportButtons } from '../../../pdf/export-buttons.tsx';
import { CompareTable } from './compare-table.tsx';
import { PlanChart } from './plan-chart.tsx';
import { PlanMonths } from './plan-months.tsx';
import { PlanWarnings } from './plan-warnings.tsx';
import { ScenarioBar } from './scenario-bar.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import type { ComputedScenario } from './computed-scenario.ts';
import { usePlanBook } from './use-plan-book.ts';
import { usePlanTable } from './use-plan-table.ts';
import { WatchedCard } from './watched-card.tsx';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

/** The scenarios of a member: choose, change, compare, print. */
export function PlanWorkspace(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettings;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { figures, cooperative } = props;
  const { settings, account } = figures;
  const context = usePayContext(figures);
  const book = usePlanBook(figures, context, t('firstName'));
  const [chosen, setChosen] = useState<string>();
  const [compared, setCompared] = useState<string>();
  const makeTable = usePlanTable(settings.body);
  const member = { activityId: settings.activityId, settings: settings.body, cooperative };
  const compute = (scenario: PayScenario) => computePayPlan(member, { account, context }, scenario);
  const { scenarios, watched } = book.body;
  const scenario = scenarios.find(({ name }) => name === chosen) ?? scenarios[0];
  const other = scenarios.find(({ name }) => name === compared && name !== scenario?.name);
  const plan = scenario && compute(scenario);
  const otherPlan = other && compute(other);
  if (scenario === undefined || plan === undefined) return <Text>{t('noScenario')}</Text>;
  if (!plan.ok) {
    return (
      <Alert color="orange" role="alert">
        {format.error(plan.error)}
      </Alert>
    );
  }
  const shown: ComputedScenario[] = [
    { scenario, plan: plan.value },
    ...(other && otherPlan?.ok === true ? [{ scenario: other, plan: otherPlan.value }] : []),
  ];
  const estimated = firstEstimated(plan.value);
  const unknown = firstUnknown(plan.value);
  const isPayrollPlan = isOnPayroll(settings.body.contract);
  return (
    <Stack gap="md">
      <ErrorMessage error={book.errorKind === 'watch' ? undefined : book.error} />
      <ScenarioBar
        scenarios={scenarios}
        scenario={scenario}
        compared={other?.name}
        book={book}
        onChoose={setChosen}
        onCompare={setCompared}
      />
      <SimpleGrid cols={{ base: 1, md: shown.length }}>
        {shown.map((computed) => (
          <ScenarioForm
            key={computed.scenario.name}
            {...computed}
            book={book}
            settings={settings.body}
            onRename={rename}
          />
        ))}
      </SimpleGrid>
      {isPayrollPlan && (estimated !== undefined || unknown !== undefined) && (
        <Alert color="yellow" variant="light" data-testid="plan-parameters">
          {estimated !== undefined && <Text size="sm">{t('estimatedFrom', { month: format.month(estimated) })}</Text>}
          {unknown !== undefined && <Text size="sm">{t('unknownParameters', { month: format.month(unknown) })}</Text>}
        </Alert>
      )}
      <CompareTable shown={shown} settings={settings.body} context={context} />
      <Paper withBorder p="md">
        <PlanChart shown={shown} currency={settings.body.currency} />
      </Paper>
      {shown.map((computed) => (
        <Stack key={computed.scenario.name} gap="sm">
          <PlanMonths {...computed} book={book} settings={settings.body} hasTitle={shown.length > 1} />
          <PlanWarnings {...computed} settings={settings.body} watched={watched} context={context} />
          <ExportButtons makeTable={() => makeTable(computed)} />
        </Stack>
      ))}
      {isPayrollPlan && <WatchedCard watched={watched} book={book} />}
      <Text size="sm" c="dimmed">
        {t('assumptions')}
      </Text>
    </Stack>
  );

  function rename(from: string, to: string): void {
    if (from === scenario?.name) setChosen(to);
    if (from === other?.name) setCompared(to);
  }

  function firstUnknown({ months }: PayPlan): string | undefined {
    return months.find(({ month }) => !findPayrollParameters(month, context.versions).ok)?.month;
  }

  function firstEstimated({ months }: PayPlan): string | undefined {
    return months.find(({ month }) => {
      const parameters = findPayrollParameters(month, context.versions);
      return parameters.ok && isEstimate(parameters.value.ruleVersion);
    })?.month;
  }
}
