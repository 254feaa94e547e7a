import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { YearToDate } from '../salary/year-to-date.ts';
import { accumulateFirstYear } from '../salary/year-to-date.ts';
import { isPayCounted } from './counted-pay.ts';

/**
 * The pays of the same calendar year before a month, cumulated for the regularisation; nothing when there is none. Each is
 * computed again from its own input. Error: `salary.laterPay` (`month`) when a later month of the year was paid already: a
 * pay counts in the order it is made.
 */
export function yearBefore(
  period: string,
  context: {
    readonly statements: readonly RecordOf<'salaryStatement'>[];
    readonly versions: readonly PayrollParameters[];
  },
): Result<YearToDate | undefined> {
  const ofYear = context.statements
    .filter((pay) => isPayCounted(pay) && pay.body.input.period.slice(0, 4) === period.slice(0, 4))
    .toSorted((a, b) => (a.body.input.period < b.body.input.period ? -1 : 1));
  const later = ofYear.findLast(({ body }) => body.input.period > period);
  if (later !== undefined) {
    const month = later.body.input.period;
    return fail(appError('salary.laterPay', `${month} was paid already`, { month }));
  }
  let year: YearToDate | undefined;
  for (const { body } of ofYear) {
    if (body.input.period === period) continue;
    const { grossCents, ...input } = body.input;
    const computed = computeFromGross(input, grossCents, context.versions);
    if (!computed.ok) return computed;
    year = accumulateFirstYear(year, input, computed.value);
  }
  return ok(year);
}
