import { List, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRateE7 } from '../../../shared/money/format-rate-e7.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { SalarySide } from '../../../shared/salary/salary-line.ts';
import { localToday } from '../../data/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { ExplanationLine } from '../../ui/explained-figure.tsx';
import { ExplanationTable } from '../../ui/explained-figure.tsx';
import type { SourcedLine } from './statement-lines.ts';
import { sourceLines } from './statement-lines.ts';

/** Every line of a pay as it stands in the book: base × rate, rule version, source; then its steps and its proof. */
export function StatementDetail({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { input, totals, computation, history } = statement.body;
  const lines = useMemo(() => sourceLines(statement.body), [statement]);
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
        label={t('statementDetail', { month: format.month(input.period) })}
        lines={sums.map(([label, amount]) => ({ label, amount: format.money(amount) }))}
      />
      <SideLines lines={lines} side="employer" ruleVersion={computation.ruleVersion} />
      <SideLines lines={lines} side="employee" ruleVersion={computation.ruleVersion} />
      <Title order={3} size="h6">
        {t('history')}
      </Title>
      <List size="sm">
        {history.map(({ status, at, by, comment }) => (
          <List.Item key={`${status} ${at}`}>
            {t('historyStep', {
              status: tPay(`status.${status as 'paid'}`, { defaultValue: status }),
              date: format.date(localToday(new Date(at))),
              by,
            })}
            {comment === undefined ? '' : ` : ${comment}`}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('proof', { version: computation.ruleVersion, digest: computation.resultDigest.slice(0, 8) })}
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
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  return ({ line, code, source, since }, ruleVersion) => {
    const rate = (rateE7: number): string => formatRateE7(rateE7, format.language);
    const hasSecond = line.secondBaseCents !== 0 && line.secondRateE7 !== 0;
    const second = (first: string, other: string): string =>
      hasSecond ? (line.baseCents === 0 ? other : `${first} + ${other}`) : first;
    return {
      label: tPay(`line.${code}`, { defaultValue: code }),
      base: second(format.money(line.baseCents), format.money(line.secondBaseCents)),
      rate: second(rate(line.rateE7), rate(line.secondRateE7)),
      amount: format.money(line.amountCents),
      rule: ruleVersion,
      ...(source === '' ? {} : { source: tPay('sourceSince', { source, date: format.date(since) }) }),
    };
  };
}
