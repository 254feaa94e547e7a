import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';
import type { PayBasis } from './pay-input.ts';

/** What of a pay's contributions is due for months before it; negative is given back. */
export interface YearSettlement {
  readonly employerCents: number;
  readonly employeeCents: number;
}

/**
 * What a pay settles of the months of the year that were paid under the former rule, or before a fact of their contract was
 * known: its contributions less those it would have, had these months been paid as they should. It is part of the lines, not
 * added to them. Nothing when there is nothing to settle. Errors: those of the engine.
 */
export function settleYear(
  { input, lawfulYear }: PayBasis,
  { grossCents, totals }: SalaryComputation,
  versions: readonly PayrollParameters[],
): Result<YearSettlement | undefined> {
  if (lawfulYear === undefined) return ok(undefined);
  const lawful = computeFromGross(
    { ...input, yearSoFar: undefined, newlyCounted: undefined, ...lawfulYear },
    grossCents,
    versions,
  );
  if (!lawful.ok) return lawful;
  const { employerContributionsCents, employeeContributionsCents } = lawful.value.totals;
  const employerCents = totals.employerContributionsCents - employerContributionsCents;
  const employeeCents = totals.employeeContributionsCents - employeeContributionsCents;
  return ok(employerCents === 0 && employeeCents === 0 ? undefined : { employerCents, employeeCents });
}
