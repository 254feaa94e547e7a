import { Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import type { PayHistory } from '../../../../shared/records/pay-history.ts';
import type { SalaryComputation } from '../../../../shared/salary/salary-computation.ts';
import { equivalentHours } from '../../../../shared/salary/equivalent-hours.ts';
import type { YearSettlement } from '../../../../shared/pay/year-settlement.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';
import { FigureRow } from '../../../ui/figure-row.tsx';
import { NetPayPanel } from '../pieces/net-pay-panel.tsx';
import { settlementLines } from '../pieces/explained-statement.ts';
import { useStatementWords } from '../pieces/statement-words.ts';
import { useSalaryLines } from '../pieces/use-salary-lines.ts';

const NOT_ASKED: PayHistory = [];

/** The pay in figures: from the cost to the net, each sum unfolding to its lines. */
export function PayResult(props: {
  readonly computation: SalaryComputation;
  readonly account: ActivityAccount;
  readonly parameters: PayrollParameters;
  /** Account of who is paid. */
  readonly person: string;
  /** What it settles of earlier months of the year, where there is something. */
  readonly settlement: YearSettlement | undefined;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const toLines = useSalaryLines();
  const words = useStatementWords();
  const { computation, account, settlement } = props;
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
        <FigureRow label={t('employerCost')} amount={format.money(totals.totalCostCents)} testId="cost" isStrong />
        <ExplainedFigure label={t('employerContributions')} lines={toLines(lines, 'employer', ruleVersion)}>
          <FigureRow label={t('employerContributions')} amount={format.money(-totals.employerContributionsCents)} />
        </ExplainedFigure>
        <FigureRow label={t('gross')} amount={format.money(grossCents)} testId="gross" isStrong />
        <ExplainedFigure label={t('employeeContributions')} lines={toLines(lines, 'employee', ruleVersion)}>
          <FigureRow label={t('employeeContributions')} amount={format.money(-totals.employeeContributionsCents)} />
        </ExplainedFigure>
        <NetPayPanel pay={{ period: computation.period, totals, history: NOT_ASKED }} person={props.person} />
        {settlement !== undefined && (
          <ExplainedFigure label={t('settlement')} lines={settlementLines(settlement, words)}>
            <FigureRow
              label={t('settlement')}
              amount={format.money(-(settlement.employerCents + settlement.employeeCents))}
              testId="settlement"
            />
          </ExplainedFigure>
        )}
        <FigureRow label={t('taxableNet')} amount={format.money(totals.taxableNetCents)} />
        <FigureRow label={t('socialNet')} amount={format.money(totals.socialNetCents)} />
        <FigureRow
          label={t('equivalentHours')}
          amount={formatMinor(equivalentHours(grossCents, props.parameters), 2, format.language)}
        />
        <ExplainedFigure
          label={t('staysOnAccount')}
          lines={[
            { label: t('balance'), amount: format.money(account.balanceCents) },
            { label: t('employerCost'), amount: format.money(-totals.totalCostCents) },
          ]}
        >
          <FigureRow
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
