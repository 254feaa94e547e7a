import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import type { SalaryComputation } from '../../shared/salary/salary-computation.ts';
import { solveFromCost } from '../../shared/salary/solve-from-cost.ts';
import { solveFromNet } from '../../shared/salary/solve-from-net.ts';
import type { ConvertError } from './convert-error.ts';
import { convertError } from './convert-error.ts';
import { lineName } from './line-names.ts';
import type { SalaryCase } from './read-case.ts';

/** Amounts in cents by the payroll office's names; lines that come to zero are left out. */
type Amounts = Readonly<Record<string, number>>;

/** The answer to a case. The first members tell what an inverse found; a forward case has the last three alone. */
export interface ConvertedCase {
  readonly grossCents?: number;
  /** From a cost: what of the budget stays. */
  readonly residualCents?: number;
  /** From a net: net obtained − net asked for; zero when the net is met exactly. */
  readonly excessCents?: number;
  readonly employer: Amounts;
  readonly employee: Amounts;
  readonly totals: Amounts;
}

/** Converts one case; `null` for a budget below the cost of a zero gross. */
export function convertCase({ input, direction, amountCents }: SalaryCase): ConvertedCase | ConvertError | null {
  const found = solve({ input, direction, amountCents });
  if (!found.ok) {
    if (found.error.code === 'salary.budgetTooLow') return null;
    return convertError(found.error.code, found.error.message);
  }
  const { computation, ...rest } = found.value;
  const { lines, totals } = computation;
  return {
    ...(direction !== 'grossCents' && { grossCents: computation.grossCents }),
    ...rest,
    employer: amountsOf(lines, 'employer'),
    employee: amountsOf(lines, 'employee'),
    totals: {
      employerContributions: totals.employerContributionsCents,
      employeeContributions: totals.employeeContributionsCents,
      netBeforeTax: totals.netBeforeTaxCents,
      totalCost: totals.totalCostCents,
    },
  };
}

interface Found {
  readonly computation: SalaryComputation;
  readonly residualCents?: number;
  readonly excessCents?: number;
}

function solve({ input, direction, amountCents }: SalaryCase): Result<Found> {
  if (direction === 'grossCents') {
    const computed = computeFromGross(input, amountCents);
    return computed.ok ? ok({ computation: computed.value }) : computed;
  }
  if (direction === 'totalCostCents') {
    const solved = solveFromCost(input, amountCents);
    if (!solved.ok) return solved;
    return ok({ computation: solved.value.computation, residualCents: solved.value.residueCents });
  }
  const solved = solveFromNet(input, amountCents);
  if (!solved.ok) return solved;
  return ok({ computation: solved.value.computation, excessCents: solved.value.excessCents });
}

function amountsOf(lines: SalaryComputation['lines'], side: string): Amounts {
  const amounts: Record<string, number> = {};
  for (const line of lines) if (line.side === side) amounts[lineName(line.code)] = line.amountCents;
  return amounts;
}
