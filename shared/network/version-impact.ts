import { isPayCounted } from '../pay/counted-pay.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';

/** What a version of the parameters changes in one pay, in cents a month, at the same gross. */
export interface VersionImpact {
  readonly activityId: string;
  readonly period: string;
  readonly grossCents: number;
  readonly costBeforeCents: number;
  readonly costAfterCents: number;
  readonly netBeforeCents: number;
  readonly netAfterCents: number;
}

/** The latest counted pay of each activity. */
export function listLatestPays(records: readonly AnyRecord[]): readonly RecordOf<'salaryStatement'>[] {
  const latest = new Map<string, RecordOf<'salaryStatement'>>();
  for (const record of records) {
    if (!isOfType(record, 'salaryStatement') || !isPayCounted(record)) continue;
    const known = latest.get(record.activityId);
    if (known === undefined || record.body.input.period > known.body.input.period)
      latest.set(record.activityId, record);
  }
  return [...latest.values()];
}

/**
 * The last pay of a person under the parameters in force for its month and under a draft: in the same month when the draft
 * holds it, otherwise in the draft's first month. Both without the months before, so that only the parameters differ.
 * Errors: those of the salary engine.
 */
export function computeVersionImpact(
  statement: RecordOf<'salaryStatement'>,
  versions: readonly PayrollParameters[],
  draft: PayrollParameters,
): Result<VersionImpact> {
  const { grossCents, yearToDate, yearSoFar, newlyCounted, employedDays, ...input } = statement.body.input;
  const { period } = input;
  const before = computeFromGross(input, grossCents, versions);
  if (!before.ok) return before;
  const isHeld = draft.from <= period && period <= draft.until;
  const after = computeFromGross({ ...input, period: isHeld ? period : draft.from }, grossCents, [draft]);
  if (!after.ok) return after;
  return ok({
    activityId: statement.activityId,
    period,
    grossCents,
    costBeforeCents: before.value.totals.totalCostCents,
    costAfterCents: after.value.totals.totalCostCents,
    netBeforeCents: before.value.totals.netBeforeTaxCents,
    netAfterCents: after.value.totals.netBeforeTaxCents,
  });
}

/** The amounts of several pays added up. */
export type ImpactTotal = Omit<VersionImpact, 'activityId' | 'period'>;

/** What a version changes for all of them together, in cents a month. */
export function sumImpacts(impacts: readonly ImpactTotal[]): ImpactTotal {
  const sum = (member: keyof ImpactTotal): number => impacts.reduce((total, impact) => total + impact[member], 0);
  return {
    grossCents: sum('grossCents'),
    costBeforeCents: sum('costBeforeCents'),
    costAfterCents: sum('costAfterCents'),
    netBeforeCents: sum('netBeforeCents'),
    netAfterCents: sum('netAfterCents'),
  };
}
