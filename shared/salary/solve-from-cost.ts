import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { PreparedSalary } from './compute-from-gross.ts';
import { prepareSalary } from './compute-from-gross.ts';
import { findCrossing } from './find-crossing.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { validateSalaryAmount } from './salary-input.ts';

/** The pay that a budget allows, and what of the budget stays on the activity account. */
export interface SalaryFromCost {
  readonly computation: SalaryComputation;
  /** Budget − total cost, zero or more: the cost jumps at thresholds, so many budgets have no exact gross. */
  readonly residueCents: number;
}

/**
 * The largest gross in whole cents whose employer cost is within `budgetCents`. Well defined because the cost never falls
 * when the gross rises.
 * Errors: `salary.budgetTooLow` (`budgetCents`, `minimumCents`: the cost of a zero gross), `salary.invalidInput`,
 * `salary.noParameters`.
 */
export function solveFromCost(
  input: SalaryInput,
  budgetCents: number,
  versions?: readonly PayrollParameters[],
): Result<SalaryFromCost> {
  const prepared = prepareSalary(input, versions);
  return prepared.ok ? solvePreparedFromCost(prepared.value, budgetCents) : prepared;
}

/** {@link solveFromCost} for a prepared contract. */
export function solvePreparedFromCost(prepared: PreparedSalary, budgetCents: number): Result<SalaryFromCost> {
  const budget = validateSalaryAmount(budgetCents, 'budgetCents');
  if (!budget.ok) return budget;
  const minimumCents = prepared.costOf(0);
  if (minimumCents > budgetCents) {
    const message = 'budget under the cost of a zero gross';
    return fail(appError('salary.budgetTooLow', message, { budgetCents, minimumCents }));
  }
  const computed = prepared.fromGross(findLargestGross(prepared, budgetCents));
  if (!computed.ok) return computed;
  const residueCents = budgetCents - computed.value.totals.totalCostCents;
  return ok({ computation: computed.value, residueCents });
}

function findLargestGross(prepared: PreparedSalary, budgetCents: number): number {
  const { maximumGrossCents, costOf } = prepared;
  // The cost exceeds the gross with every known parameter; later ones need not, nor a year that gives a reduction back.
  const isBound = budgetCents <= maximumGrossCents && costOf(budgetCents) > budgetCents;
  if (!isBound && costOf(maximumGrossCents) <= budgetCents) return maximumGrossCents;
  return findCrossing(costOf, budgetCents + 1, 0, isBound ? budgetCents : maximumGrossCents) - 1;
}
