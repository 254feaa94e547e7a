import { isPayCounted } from '../pay/counted-pay.ts';
import type { WatchedThreshold } from '../records/pay-plan.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';
import type { PlannedMonth } from './planned-month.ts';

/** What one month's pay comes to in each measure a person may watch, in cents. */
export interface PayAmounts extends Readonly<Record<WatchedThreshold['measure'], number>> {
  readonly month: string;
}

/** The measures of a computed pay. */
export function payAmountsOf(
  month: string,
  {
    grossCents,
    totals,
  }: Pick<SalaryComputation, 'grossCents'> & {
    readonly totals: Pick<SalaryComputation['totals'], 'netBeforeTaxCents' | 'socialNetCents' | 'taxableNetCents'>;
  },
): PayAmounts {
  return {
    month,
    gross: grossCents,
    netBeforeTax: totals.netBeforeTaxCents,
    socialNet: totals.socialNetCents,
    taxableNet: totals.taxableNetCents,
  };
}

/** The pays that count so far and those of a plan, oldest first. */
export function listPayAmounts(
  statements: readonly RecordOf<'salaryStatement'>[],
  months: readonly PlannedMonth[],
): readonly PayAmounts[] {
  const past = statements
    .filter(isPayCounted)
    .map(({ body }) => payAmountsOf(body.input.period, { grossCents: body.input.grossCents, totals: body.totals }));
  const planned = months.flatMap(({ month, pay }) =>
    pay?.kind === 'salary' ? [payAmountsOf(month, pay.computation)] : [],
  );
  return [...past, ...planned].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
