import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { PreparedSalary } from './compute-from-gross.ts';
import { prepareSalary } from './compute-from-gross.ts';
import { findCrossing } from './find-crossing.ts';
import { invalidSalaryInput } from './invalid-salary-input.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { validateSalaryAmount } from './salary-input.ts';

/** The pay that gives a net before tax. */
export interface SalaryFromNet {
  readonly computation: SalaryComputation;
  /** Whether the net is the one asked for, to the cent. */
  readonly isExact: boolean;
  /** Net obtained − net asked for, zero or more. */
  readonly excessCents: number;
}

/**
 * The smallest gross in whole cents whose net before tax is at least `netCents`. The net falls by some euros when pay
 * passes the ceiling (CET is then due from the first euro) and by single cents where several lines round up together, so
 * several grosses may give one net. With the parameters of 2025 and 2026 every net is met exactly, because a cent of gross
 * never adds more than a cent of net; `isExact` is false where a contribution falls at a threshold.
 * Errors: `salary.invalidInput` (also when no gross up to a million euros gives that net), `salary.noParameters`.
 */
export function solveFromNet(
  input: SalaryInput,
  netCents: number,
  versions?: readonly PayrollParameters[],
): Result<SalaryFromNet> {
  const prepared = prepareSalary(input, versions);
  return prepared.ok ? solvePreparedFromNet(prepared.value, netCents) : prepared;
}

/** {@link solveFromNet} for a prepared contract. */
export function solvePreparedFromNet(prepared: PreparedSalary, netCents: number): Result<SalaryFromNet> {
  const net = validateSalaryAmount(netCents, 'netCents');
  if (!net.ok) return net;
  const { maximumGrossCents } = prepared;
  const breakCents = Math.min(prepared.netShape.lastGrossWithinCeilingCents, maximumGrossCents);
  const grossCents =
    findSmallestGross(prepared, netCents, 0, breakCents) ??
    findSmallestGross(prepared, netCents, breakCents + 1, maximumGrossCents);
  if (grossCents === undefined) {
    // No gross gives that net.
    return invalidSalaryInput('netCents', { max: prepared.netOf(maximumGrossCents) });
  }
  const computed = prepared.fromGross(grossCents);
  if (!computed.ok) return computed;
  const excessCents = computed.value.totals.netBeforeTaxCents - netCents;
  return ok({ computation: computed.value, isExact: excessCents === 0, excessCents });
}

/**
 * Between `first` and `last` the net rises but for the rounding of its lines: below the first gross whose net comes
 * within the slack, none can reach the target; from there a few cents decide.
 */
function findSmallestGross(
  prepared: PreparedSalary,
  netCents: number,
  first: number,
  last: number,
): number | undefined {
  const { netOf, netShape } = prepared;
  const nearCents = netCents - netShape.roundingSlackCents;
  if (last < first || netOf(last) < nearCents) return undefined;
  const near = netOf(first) >= nearCents ? first : findCrossing(netOf, nearCents, first, last);
  for (let grossCents = near; grossCents <= last; grossCents += 1) {
    if (netOf(grossCents) >= netCents) return grossCents;
  }
  return undefined;
}
