import type { ParameterDifference } from '../../../../shared/pay/parameter-difference.ts';
import type { YearSettlement } from '../../../../shared/pay/year-settlement.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import type { SalarySide } from '../../../../shared/salary/salary-line.ts';
import type { YearSoFar } from '../../../../shared/salary/year-so-far.ts';
import type { YearToDate } from '../../../../shared/salary/year-to-date.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import type { SourcedLine } from './statement-lines.ts';
import { sourceLines } from './statement-lines.ts';
import type { StatementWords } from './statement-words.ts';

/** From the cost to the net: the totals of a pay as they stand in the book. */
export function sumLines(
  { input, totals, settlement }: SalaryStatementBody,
  words: StatementWords,
): readonly ExplanationLine[] {
  const { pay, format } = words;
  const sums: readonly (readonly [string, number])[] = [
    [pay('gross'), input.grossCents],
    [pay('employerContributions'), totals.employerContributionsCents],
    [pay('employerCost'), totals.totalCostCents],
    [pay('employeeContributions'), totals.employeeContributionsCents],
    [pay('netBeforeTax'), totals.netBeforeTaxCents],
    [pay('taxableNet'), totals.taxableNetCents],
    [pay('socialNet'), totals.socialNetCents],
  ];
  return [
    ...sums.map(([label, amount]) => ({ label, amount: format.money(amount) })),
    ...(settlement === undefined ? [] : settlementLines(settlement, words)),
  ];
}

/** What of a pay settles the months since January that were paid under another rule or contract; part of its lines. */
export function settlementLines(
  { employerCents, employeeCents }: YearSettlement,
  { pay, format }: Pick<StatementWords, 'pay' | 'format'>,
): readonly ExplanationLine[] {
  const source = pay('settlementSource');
  return [
    { label: pay('settlementEmployer'), amount: format.money(employerCents), source },
    { label: pay('settlementEmployee'), amount: format.money(employeeCents), source },
  ];
}

/** Every line of one side: base × rate, rule version, source. `versions` are the parameters known on this device. */
export function sideLines(
  body: SalaryStatementBody,
  side: SalarySide,
  versions: readonly PayrollParameters[],
  words: StatementWords,
): readonly ExplanationLine[] {
  const lines = sourceLines(body, versions).filter(({ line }) => line.side === side);
  return [...lines.map((line) => explain(line, body.computation.ruleVersion, words)), ...socialTaxes(lines, words)];
}

/** The lines that a payslip shows as one. */
const SOCIAL_TAXES = ['csgDeductible', 'csgNonDeductible', 'crds'];

/** CSG and CRDS together, as a payslip shows them; part of the lines. */
function socialTaxes(lines: readonly SourcedLine[], { pay, format }: StatementWords): readonly ExplanationLine[] {
  const taxes = lines.filter(({ code }) => SOCIAL_TAXES.includes(code));
  if (taxes.length === 0) return [];
  const amountCents = taxes.reduce((sum, { line }) => sum + line.amountCents, 0);
  return [{ label: pay('socialTaxes'), amount: format.money(amountCents), source: pay('socialTaxesSource') }];
}

/** The months of the year before, with which ceilings and the general reduction are regularised. */
export function yearLines(
  year: YearToDate | YearSoFar,
  { payDocument: t, format }: StatementWords,
): readonly ExplanationLine[] {
  return [
    { label: t('yearMonths'), amount: String(year.months) },
    { label: t('yearGross'), amount: format.money(year.grossCents) },
    { label: t('yearReduction'), amount: format.money(year.reductionCents) },
  ];
}

/** What a pay settles of the provisional ones before it: each month by side, and the sums. */
export function differenceLines(
  { months, ...sum }: ParameterDifference,
  { pay, format }: Pick<StatementWords, 'pay' | 'format'>,
): readonly ExplanationLine[] {
  const sides = ['employer', 'employee'] as const;
  return sides.flatMap((side) => {
    const name = pay(`parameterDifference.${side}`);
    const parts = months.map((month) => ({
      label: `${name}, ${format.month(month.month)}`,
      amount: format.money(month[`${side}Cents`]),
      rule: month.ruleVersion,
    }));
    return [...parts, ...(months.length > 1 ? [{ label: name, amount: format.money(sum[`${side}Cents`]) }] : [])];
  });
}

function explain(
  { line, code, label, source, since }: SourcedLine,
  ruleVersion: string,
  { payDocument: t, pay, format }: StatementWords,
): ExplanationLine {
  const rate = (rateE7: number): string => formatRateE7(rateE7, format.language);
  const hasSecond = line.secondBaseCents !== 0 && line.secondRateE7 !== 0;
  const second = (first: string, other: string): string =>
    hasSecond ? (line.baseCents === 0 ? other : `${first} + ${other}`) : first;
  const name = label === '' ? pay(`line.${code}`, { defaultValue: code }) : label;
  const already = line.alreadyCents ?? 0;
  return {
    label: already === 0 ? name : `${name} (${t('already', { amount: format.money(already) })})`,
    ...(line.rateE7 !== 0 && {
      base: second(format.money(line.baseCents), format.money(line.secondBaseCents)),
      rate: second(rate(line.rateE7), rate(line.secondRateE7)),
    }),
    amount: format.money(line.amountCents),
    rule: ruleVersion,
    ...(source === '' ? {} : { source: pay('sourceSince', { source, date: format.date(since) }) }),
  };
}
