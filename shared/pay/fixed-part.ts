import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { contractIn } from '../contract/contract-in.ts';

/**
 * The employer cost in cents a pay would have had at the fixed monthly part of its contract; 0 without a fixed part. What a pay
 * costs beyond it is an advance on the variable part.
 */
export function fixedPartCostOf(
  pay: RecordOf<'salaryStatement'>,
  settings: Pick<ActivitySettingsBody, 'contract' | 'contracts'>,
  versions: readonly PayrollParameters[],
): number {
  const { grossCents, ...input } = pay.body.input;
  const contract = contractIn(settings, input.period);
  const fixedGrossCents = contract.ok ? (contract.value.fixedGrossCents ?? 0) : 0;
  if (fixedGrossCents === 0) return 0;
  if (fixedGrossCents >= grossCents) return pay.body.totals.totalCostCents;
  const computed = computeFromGross(input, fixedGrossCents, versions);
  return computed.ok ? computed.value.totals.totalCostCents : 0;
}
