import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { CostStretch } from './cost-shape.ts';
import { listCostStretches } from './cost-shape.ts';
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
 * The largest gross in whole cents whose employer cost is within `budgetCents`. The cost hardly ever falls when the gross
 * rises; where it may, under CESA, every place is looked at.
 * Errors: `salary.budgetTooLow` (`budgetCents`, `minimumCents`: what the least costs), `salary.invalidInput`,
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
  const stretches = listCostStretches(prepared);
  const grossCents = findLargestGross(prepared.costOf, budgetCents, stretches);
  if (grossCents === undefined) {
    const minimumCents = Math.min(...stretches.map(({ first }) => prepared.costOf(first)));
    const message = 'budget under what the least pay costs';
    return fail(appError('salary.budgetTooLow', message, { budgetCents, minimumCents }));
  }
  const computed = prepared.fromGross(grossCents);
  if (!computed.ok) return computed;
  const residueCents = budgetCents - computed.value.totals.totalCostCents;
  return ok({ computation: computed.value, residueCents });
}

/** The largest gross of all stretches whose cost is within the budget; the highest stretch that has one holds it. */
function findLargestGross(
  costOf: (grossCents: number) => number,
  budgetCents: number,
  stretches: readonly CostStretch[],
): number | undefined {
  for (const stretch of stretches.toReversed()) {
    const found = findInStretch(costOf, budgetCents, stretch);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInStretch(
  costOf: (grossCents: number) => number,
  budgetCents: number,
  { first, last, slackCents }: CostStretch,
): number | undefined {
  // Beyond this cost no higher gross of the stretch comes back into the budget.
  const beyondCents = budgetCents + 2 * slackCents;
  if (costOf(first) > beyondCents) return undefined;
  // The cost exceeds the gross with every known parameter; later ones need not, nor a year that gives a reduction back.
  const isBound = first < beyondCents && beyondCents <= last && costOf(beyondCents) > beyondCents;
  const end = isBound ? beyondCents : last;
  const isAllWithin = !isBound && costOf(last) <= beyondCents;
  const beyond = isAllWithin ? last + 1 : findCrossing(costOf, beyondCents + 1, first, end);
  for (let grossCents = beyond - 1; grossCents >= first; grossCents -= 1) {
    if (costOf(grossCents) <= budgetCents) return grossCents;
  }
  return undefined;
}
