import { Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listPayrollVersions } from '../../shared/activity/payroll-versions.ts';
import { formatRateE7 } from '../../shared/money/format-rate-e7.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { SalarySide } from '../../shared/salary/salary-line.ts';
import { useRecords } from '../data/use-image.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useSession } from '../session/session-context.tsx';
import type { ExplanationLine } from './explained-figure.tsx';
import { ExplanationTable } from './explained-figure.tsx';
import { PayHistory } from './pay-history.tsx';
import type { SourcedLine } from './statement-lines.ts';
import { sourceLines } from './statement-lines.ts';
import { YearToDateLines } from './year-to-date-lines.tsx';

/** Every line of a pay as it stands in the book: base × rate, rule version, source; then the year, its steps and its proof. */
export function StatementDetail({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const { t } = useTranslation('payDocument');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { store } = useSession();
  const published = useRecords(store.image('commons'), 'payrollVersion');
  const { input, totals, computation, history } = statement.body;
  const lines = useMemo(() => sourceLines(statement.body, listPayrollVersions(published)), [statement, published]);
  const sums: readonly (readonly [string, number])[] = [
    [tPay('gross'), input.grossCents],
    [tPay('employerContributions'), totals.employerContributionsCents],
    [tPay('employerCost'), totals.totalCostCents],
    [tPay('employeeContributions'), totals.employeeContributionsCents],
    [tPay('netBeforeTax'), totals.netBeforeTaxCents],
    [tPay('taxableNet'), totals.taxableNetCents],
    [tPay('socialNet'), totals.socialNetCents],
  ];
  return (
    <Stack gap="xs" mt="xs">
      <ExplanationTable
        label={t('detail', { month: format.month(input.period) })}
        lines={sums.map(([label, amount]) => ({ label, amount: format.money(amount) }))}
      />
      <SideLines lines={lines} side="employer" ruleVersion={computation.ruleVersion} />
      <SideLines lines={lines} side="employee" ruleVersion={computation.ruleVersion} />
      {input.yearToDate !== undefined && <YearToDateLines year={input.yearToDate} />}
      <PayHistory history={history} />
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('proof', { version: computation.ruleVersion, digest: computation.resultDigest })}
      </Text>
    </Stack>
  );
}

function SideLines(props: {
  readonly lines: readonly SourcedLine[];
  readonly side: SalarySide;
  readonly ruleVersion: string;
}): JSX.Element {
  const { t: tPay } = useTranslation('pay');
  const toLine = useStatementLine();
  const label = tPay(props.side === 'employer' ? 'employerContributions' : 'employeeContributions');
  return (
    <div>
      <Title order={3} size="h6">
        {label}
      </Title>
      <ExplanationTable
        label={label}
        lines={props.lines
          .filter(({ line }) => line.side === props.side)
          .map((line) => toLine(line, props.ruleVersion))}
      />
    </div>
  );
}

function useStatementLine(): (sourced: SourcedLine, ruleVersion: string) => ExplanationLine {
  const { t } = useTranslation('payDocument');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  return ({ line, code, label, source, since }, ruleVersion) => {
    const rate = (rateE7: number): string => formatRateE7(rateE7, format.language);
    const hasSecond = line.secondBaseCents !== 0 && line.secondRateE7 !== 0;
    const second = (first: string, other: string): string =>
      hasSecond ? (line.baseCents === 0 ? other : `${first} + ${other}`) : first;
    const name = label === '' ? tPay(`line.${code}`, { defaultValue: code }) : label;
    const already = line.alreadyCents ?? 0;
    return {
      label: already === 0 ? name : `${name} (${t('already', { amount: format.money(already) })})`,
      ...(line.rateE7 !== 0 && {
        base: second(format.money(line.baseCents), format.money(line.secondBaseCents)),
        rate: second(rate(line.rateE7), rate(line.secondRateE7)),
      }),
      amount: format.money(line.amountCents),
      rule: ruleVersion,
      ...(source === '' ? {} : { source: tPay('sourceSince', { source, date: format.date(since) }) }),
    };
  };
}
