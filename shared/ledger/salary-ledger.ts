import { PAY_WAITING } from '../records/life-cycles.ts';
import type { RecordOf } from '../records/registry.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** A pay of the French payroll: it costs the activity what it costs the employer. */
export const salaryLedger: LedgerRules<'salaryStatement'> = {
  effects: (pay) => [{ kind: 'pay', amountCents: 0 - weightOf(pay) }],
  row: ({ body }) => ({
    kind: 'salary',
    label: body.input.period,
    amountCents: 0 - body.totals.totalCostCents,
    vatCents: 0,
  }),
};

/** A pay that waits takes what it costs, but gives nothing: what the year may give back is there once it is validated. */
function weightOf({ status, body }: RecordOf<'salaryStatement'>): number {
  const { totalCostCents } = body.totals;
  return PAY_WAITING.some((waiting) => waiting === status) ? Math.max(0, totalCostCents) : totalCostCents;
}
