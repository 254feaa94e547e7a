import { contributionsOf, reductionOf } from './slow-contributions.test-support.ts';
import type { Rational } from './slow-rational.test-support.ts';
import { least, minus, rational, round, times } from './slow-rational.test-support.ts';
import type { PaidMonth, SlowInput, SlowMonth } from './slow-sums.test-support.ts';
import { addUp, ceilingsOf, grossOf } from './slow-sums.test-support.ts';

/** Amounts in cents by `side.code` (lines that come to zero left out), and the totals that are not plain sums. */
export interface SlowPay {
  readonly amounts: Record<string, number>;
  readonly taxableNetCents: number;
  readonly socialNetCents: number;
}

/** One month on its own: amounts in cents by `side.code`, lines that come to zero left out. */
export function computeSlowly(input: SlowInput, grossCents: number): Record<string, number> {
  return computeYearSlowly([{ input, grossCents }])[0]?.amounts ?? {};
}

/** The months of one calendar year in their order, each regularised with those before it. */
export function computeYearSlowly(months: readonly SlowMonth[]): SlowPay[] {
  const paid: PaidMonth[] = [];
  let granted = 0;
  return months.map((month) => {
    const before = addUp(paid);
    const extras = payExtras(month, paid);
    paid.push(extras.paid);
    const now = addUp(paid);
    const reduction = reductionOf(now, month.input) - granted;
    granted += reduction;
    const exact = { ...contributionsOf(before, now, month.input), ...extras.fixed };
    const amounts: Record<string, number> = {};
    for (const [line, amount] of Object.entries(exact)) amounts[line] = round(amount);
    amounts['employer.generalReduction'] = -reduction;
    for (const [line, amount] of Object.entries(extras.amounts)) amounts[line] = amount;
    const of = (line: string): number => amounts[line] ?? 0;
    const employee = Object.keys(amounts).reduce((sum, line) => sum + (line.startsWith('employee') ? of(line) : 0), 0);
    const net = month.grossCents - employee + extras.withheld;
    const taxable = of('employee.csgNonDeductible') + of('employee.crds') + of('employer.healthCover');
    return {
      amounts: Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0)),
      socialNetCents: net,
      taxableNetCents: net + taxable + now.taxedWelfare - before.taxedWelfare,
    };
  });
}

function payExtras(
  month: SlowMonth,
  before: readonly SlowMonth[],
): {
  readonly paid: PaidMonth;
  readonly fixed: Record<string, Rational>;
  readonly amounts: Record<string, number>;
  readonly withheld: number;
} {
  const { input } = month;
  const slice = (months: readonly SlowMonth[], from: number, to: number): Rational => {
    const cut = (count: number): Rational => least(grossOf(months), times(ceilingsOf(months), rational(count)));
    return minus(cut(to), cut(from));
  };
  const gained = (from: number, to: number): Rational =>
    minus(slice([...before, month], from, to), slice(before, from, to));
  const amounts: Record<string, number> = {};
  let welfareEmployer = 0;
  let welfareEmployee = 0;
  let withheld = 0;
  for (const line of input.extraLines ?? []) {
    const rate = rational(line.rateE7, 10_000_000);
    let amount = line.amountCents;
    if (line.base === 'gross') amount = round(times(rational(month.grossCents), rate));
    if (line.base === 'upToCeiling') amount = round(times(gained(0, 1), rate));
    if (line.base === 'fromOneToEightCeilings') amount = round(times(gained(1, 8), rate));
    amounts[`${line.side}.${line.code}`] = amount;
    if (line.isWelfare && line.side === 'employer') welfareEmployer += amount;
    if (line.isWelfare && line.side === 'employee') welfareEmployee += amount;
    if (!line.isWelfare && line.side === 'employee') withheld += amount;
  }
  const healthEmployer = round(
    times(rational(input.mutuelleCents), rational(input.mutuelleEmployerSharePpm, 1_000_000)),
  );
  return {
    paid: { ...month, healthEmployer, welfareEmployer, welfareEmployee },
    fixed: {
      'employer.healthCover': rational(healthEmployer),
      'employee.healthCover': rational(input.mutuelleCents - healthEmployer),
    },
    amounts,
    withheld,
  };
}
