import { Paper, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ComputedScenario } from './computed-scenario.ts';
import type { PlanSummary } from './plan-summary.ts';
import { summarisePlan } from './plan-summary.ts';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

/** The sums of a scenario, or of two side by side with what the second changes. */
export function CompareTable(props: {
  readonly shown: readonly ComputedScenario[];
  readonly settings: ActivitySettingsBody;
  readonly context: PayContext<RecordOf<'salaryStatement'>>;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { shown, settings } = props;
  const summaries = shown.map((computed) => summarisePlan(computed, props.context));
  const money = (amountMinor: number): string => format.money(amountMinor === 0 ? 0 : amountMinor, settings.currency);
  const [first, second] = summaries;
  const amounts: readonly (readonly [string, (summary: PlanSummary) => number])[] = [
    [t('sum.turnover'), (summary) => summary.turnoverCents],
    [t('sum.contribution'), (summary) => summary.contributionCents],
    [t('sum.cost'), (summary) => summary.employerCostCents],
    [t('sum.net'), (summary) => summary.netCents],
    [t('sum.closing'), (summary) => summary.closingCents],
  ];
  const texts: readonly (readonly [string, (summary: PlanSummary) => string])[] = [
    [t('sum.paidMonths'), (summary) => String(summary.paidMonths)],
    [
      t('sum.lowest'),
      ({ lowest }) => (lowest === undefined ? '' : `${money(lowest.closingCents)} (${format.month(lowest.month)})`),
    ],
    ...(isOnPayroll(settings.contract)
      ? [[t('sum.quarters'), (summary: PlanSummary) => quarterWords(summary)] as const]
      : []),
  ];
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('summary')}
      </Title>
      <Table.ScrollContainer minWidth={shown.length > 1 ? 480 : 0} tabIndex={0} aria-label={t('summary')}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {shown.map(({ scenario }) => (
                <Table.Th key={scenario.name} ta="right">
                  {scenario.name}
                </Table.Th>
              ))}
              {second !== undefined && <Table.Th ta="right">{t('sum.difference')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {amounts.map(([label, of]) => (
              <Table.Tr key={label} data-testid="plan-sum">
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                {summaries.map((summary, index) => (
                  <Table.Td key={shown[index]?.scenario.name} ta="right" className="figures">
                    {money(of(summary))}
                  </Table.Td>
                ))}
                {first !== undefined && second !== undefined && (
                  <Table.Td ta="right" className="figures">
                    {money(of(second) - of(first))}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
            {texts.map(([label, of]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                {summaries.map((summary, index) => (
                  <Table.Td key={shown[index]?.scenario.name} ta="right">
                    {of(summary)}
                  </Table.Td>
                ))}
                {second !== undefined && <Table.Td />}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {isOnPayroll(settings.contract) && t('sum.quartersSource')}
      </Text>
    </Paper>
  );

  function quarterWords({ years }: PlanSummary): string {
    return years
      .map(({ year, quarters, missingCents }) =>
        missingCents === undefined
          ? t('quartersOf', { year, count: quarters })
          : t('quartersOfMissing', { year, count: quarters, missing: money(missingCents) }),
      )
      .join(' ; ');
  }
}
