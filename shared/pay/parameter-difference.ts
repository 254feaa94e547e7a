import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { isPayCounted, isWaitingPay } from './counted-pay.ts';
import { isEstimate } from './estimated-parameters.ts';

/** By how much contributions are higher under the published parameters than they were under their estimate; cents, signed. */
export interface SideDifference {
  readonly employerCents: number;
  readonly employeeCents: number;
}

/** What one provisional pay would have been under the parameters published since, less what it was. */
export interface MonthDifference extends SideDifference {
  readonly month: string;
  /** The version that took the estimate's place. */
  readonly ruleVersion: string;
}

/** The sum over the provisional pays that no pay has settled yet, by side, and the months it comes from. */
export interface ParameterDifference extends SideDifference {
  readonly months: readonly MonthDifference[];
}

/**
 * What a pay of `period` under `ruleVersion` settles of the provisional pays before it, once their parameters are published:
 * nothing before, nothing while it is provisional itself, nothing where all values were confirmed. The next pay under published parameters settles all of it, also in a later year.
 * Each provisional pay is computed again from its own input, as the year before a pay is (`yearBefore`), so that what the
 * year's cumulation settles and this difference add up to the year under the published parameters. Errors: of the salary engine.
 */
export function parameterDifference(
  { period, ruleVersion }: { readonly period: string; readonly ruleVersion: string },
  statements: Iterable<RecordOf<'salaryStatement'>>,
  versions: readonly PayrollParameters[],
): Result<ParameterDifference | undefined> {
  if (isEstimate(ruleVersion)) return ok(undefined);
  const months: MonthDifference[] = [];
  for (const pay of listUnsettled(period, statements)) {
    const { grossCents, ...input } = pay.body.input;
    const computed = computeFromGross(input, grossCents, versions);
    if (!computed.ok) return computed;
    const { totals, ruleVersion: published } = computed.value;
    if (isEstimate(published)) continue;
    const { totalCostCents, netBeforeTaxCents } = pay.body.totals;
    const employerCents = totals.totalCostCents - totalCostCents;
    const employeeCents = netBeforeTaxCents - totals.netBeforeTaxCents;
    if (employerCents !== 0 || employeeCents !== 0) {
      months.push({ month: input.period, ruleVersion: published, employerCents, employeeCents });
    }
  }
  const sum = (side: keyof SideDifference): number => months.reduce((total, month) => total + month[side], 0);
  if (months.length === 0) return ok(undefined);
  return ok({ months, employerCents: sum('employerCents'), employeeCents: sum('employeeCents') });
}

/** The decided provisional pays before a month that no later pay under published parameters has settled, oldest first. */
function listUnsettled(
  period: string,
  statements: Iterable<RecordOf<'salaryStatement'>>,
): readonly RecordOf<'salaryStatement'>[] {
  const before = [...statements]
    .filter((pay) => isPayCounted(pay) && pay.body.input.period < period)
    .sort((a, b) => (a.body.input.period < b.body.input.period ? -1 : 1));
  const settled = before.findLastIndex(({ body }) => !isEstimate(body.computation.ruleVersion));
  return before.slice(settled + 1).filter((pay) => !isWaitingPay(pay));
}
