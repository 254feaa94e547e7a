import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { computeAllBases, computeCost, computeLines, computeNet } from './compute-lines.ts';
import { findPayrollParameters, PAYROLL_PARAMETERS } from './find-parameters.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import { BASE_COUNT, CUMULATED_INDEX, findLastGrossWithinCeiling } from './salary-bases.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { validateSalaryAmount, validateSalaryInput } from './salary-input.ts';
import type { SalaryPlan } from './salary-plan.ts';
import { planSalary } from './salary-plan.ts';

/** One contract in one month, ready for any gross: for sliders, searches and pay sheets. */
export interface PreparedSalary {
  readonly input: SalaryInput;
  readonly parameters: PayrollParameters;
  /** The largest gross, in cents: a million euros less what the year to date holds. */
  readonly maximumGrossCents: number;
  /** All lines and totals. Error: `salary.invalidInput` (field `grossCents`). */
  readonly fromGross: (grossCents: number) => Result<SalaryComputation>;
  /** Total cost alone, in cents, from the same line amounts; `grossCents` must be a valid gross. */
  readonly costOf: (grossCents: number) => number;
  /** Net before tax alone, in cents, from the same line amounts; `grossCents` must be a valid gross. */
  readonly netOf: (grossCents: number) => number;
  /** What a search for a net must know, because the net is not monotone. */
  readonly netShape: NetShape;
  /** What a search for a cost must look into, because under CESA the cost is not either. */
  readonly plan: SalaryPlan;
  /** All bases of a valid gross, overwritten by the next call. */
  readonly basesOf: (grossCents: number) => Float64Array;
}

/** Where and by how much the net before tax can fall when the gross rises. */
export interface NetShape {
  /** The last gross without CET, in cents: the net falls by some euros just after it; −1 when CET is always due. */
  readonly lastGrossWithinCeilingCents: number;
  /** Elsewhere a higher gross never gives a net lower by more than this, because each line is rounded on its own. */
  readonly roundingSlackCents: number;
}

/**
 * Checks an input, finds the parameters of its month and compiles both.
 * Errors: `salary.invalidInput` (`field`), `salary.noParameters` (`period`).
 */
export function prepareSalary(
  input: SalaryInput,
  versions: readonly PayrollParameters[] = PAYROLL_PARAMETERS,
): Result<PreparedSalary> {
  const valid = validateSalaryInput(input);
  if (!valid.ok) return valid;
  const parameters = findPayrollParameters(input.period, versions);
  if (!parameters.ok) return parameters;
  const planned = planSalary(input, parameters.value);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { maximumGrossCents } = plan;
  const bases = new Float64Array(BASE_COUNT);
  const fill = (grossCents: number): Float64Array => computeAllBases(plan, grossCents, bases);
  return ok({
    input,
    parameters: parameters.value,
    maximumGrossCents,
    fromGross: (grossCents) => {
      const amount = validateSalaryAmount(grossCents, 'grossCents', maximumGrossCents);
      return amount.ok ? ok(computeLines(plan, grossCents, bases)) : amount;
    },
    costOf: (grossCents) => computeCost(plan, grossCents, bases),
    netOf: (grossCents) => computeNet(plan, grossCents, bases),
    plan,
    basesOf: fill,
    netShape: {
      lastGrossWithinCeilingCents: findLastGrossWithinCeiling(
        plan.bases,
        (grossCents) => fill(grossCents)[CUMULATED_INDEX] ?? 0,
      ),
      // The employer's welfare lines are rounded too, and enter the bases of the employee's.
      roundingSlackCents: plan.employee.lines.length + plan.employee.extras.length + plan.employer.welfare.length,
    },
  });
}

/**
 * A month's pay from its gross, in cents: every contribution line rounded half up to the cent, totals added up from them.
 * Errors: `salary.invalidInput`, `salary.noParameters`.
 */
export function computeFromGross(
  input: SalaryInput,
  grossCents: number,
  versions?: readonly PayrollParameters[],
): Result<SalaryComputation> {
  const prepared = prepareSalary(input, versions);
  return prepared.ok ? prepared.value.fromGross(grossCents) : prepared;
}
