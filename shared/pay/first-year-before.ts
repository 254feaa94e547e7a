import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { YearToDate } from '../salary/year-to-date.ts';
import { accumulateFirstYear } from '../salary/year-to-date.ts';
import type { MadePay } from './pays-of-year.ts';
import { paysOfYear } from './pays-of-year.ts';

/**
 * Of the first rule: the pays of the same calendar year before a month, cumulated for the regularisation; nothing when there is
 * none. Each is computed again from its own input. Error: `salary.laterPay` (`month`) when a later month of the year was paid already: a
 * pay counts in the order it is made.
 */
export function firstYearBefore(
  period: string,
  context: {
    readonly statements: readonly MadePay[];
    readonly versions: readonly PayrollParameters[];
  },
): Result<YearToDate | undefined> {
  const pays = paysOfYear(period, context.statements);
  if (!pays.ok) return pays;
  let year: YearToDate | undefined;
  for (const { body } of pays.value) {
    const { grossCents, ...input } = body.input;
    const computed = computeFromGross(input, grossCents, context.versions);
    if (!computed.ok) return computed;
    year = accumulateFirstYear(year, input, computed.value);
  }
  return ok(year);
}
