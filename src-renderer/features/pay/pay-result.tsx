import { Group, Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../shared/activity/activity-account.ts';
import type { SalaryComputation } from '../../../shared/salary/salary-computation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ExplainedFigure } from '../../ui/explained-figure.tsx';
import { useSalaryLines } from './use-salary-lines.ts';

/** The pay in figures: from the cost to the net, each sum unfolding to its lines. */
export function PayResult(props: {
  readonly computation: SalaryComputation;
  readonly account: ActivityAccount;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const toLines = useSalaryLines();
  const { computation, account } = props;
  const { totals, grossCents, lines, ruleVersion } = computation;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" aria-live="polite">
        <div>
          <Text c="dimmed">{t('netBeforeTax')}</Text>
          <Text size="2rem" fw={700} className="figures" data-testid="net">
            {format.money(totals.netBeforeTaxCents)}
          </Text>
        </div>
        <Row label={t('employerCost')} amount={format.money(totals.totalCostCents)} testId="cost" isStrong />
        <ExplainedFigure label={t('employerContributions')} lines={toLines(lines, 'employer', ruleVersion)}>
          <Row label={t('employerContributions')} amount={format.money(-totals.employerContributionsCents)} />
        </ExplainedFigure>
        <Row label={t('gross')} amount={format.money(grossCents)} testId="gross" isStrong />
        <ExplainedFigure label={t('employeeContributions')} lines={toLines(lines, 'employee', ruleVersion)}>
          <Row label={t('employeeContributions')} amount={format.money(-totals.employeeContributionsCents)} />
        </ExplainedFigure>
        <Row label={t('netBeforeTax')} amount={format.money(totals.netBeforeTaxCents)} isStrong />
        <Row label={t('taxableNet')} amount={format.money(totals.taxableNetCents)} />
        <Row label={t('socialNet')} amount={format.money(totals.socialNetCents)} />
        <ExplainedFigure
          label={t('staysOnAccount')}
          lines={[
            { label: t('balance'), amount: format.money(account.balanceCents) },
            { label: t('employerCost'), amount: format.money(-totals.totalCostCents) },
          ]}
        >
          <Row
            label={t('staysOnAccount')}
            amount={format.money(account.balanceCents - totals.totalCostCents)}
            testId="stays"
          />
        </ExplainedFigure>
        <Text size="sm" c="dimmed">
          {t('notAPayslip', { version: ruleVersion })}
        </Text>
      </Stack>
    </Paper>
  );
}

function Row(props: {
  readonly label: string;
  readonly amount: string;
  readonly testId?: string;
  readonly isStrong?: boolean;
}): JSX.Element {
  const weight = props.isStrong === true ? 600 : 400;
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text fw={weight}>{props.label}</Text>
      <Text fw={weight} className="figures" data-testid={props.testId}>
        {props.amount}
      </Text>
    </Group>
  );
}
