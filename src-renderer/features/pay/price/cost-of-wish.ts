import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import { payInputOf } from '../../../../shared/pay/pay-input.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { prepareSalary } from '../../../../shared/salary/compute-from-gross.ts';
import type { SalaryComputation } from '../../../../shared/salary/salary-computation.ts';
import type { PayDirection } from '../../../../shared/salary/solve-pay.ts';
import { solvePay } from '../../../../shared/salary/solve-pay.ts';

/** What a wished pay costs; the pay itself where the French payroll computes it. */
export interface WishedCost {
  readonly costMinor: number;
  readonly computation?: SalaryComputation;
}

/** The employer cost of a wished net or gross in a month; a wished cost is itself. Errors of the payroll. */
export function costOfWish(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: PayContext,
  wish: PayDirection,
  amountMinor: number,
): Result<WishedCost> {
  if (wish === 'cost') return ok({ costMinor: Math.max(0, amountMinor) });
  const input = payInputOf(settings, cooperative, period, context);
  if (!input.ok) return input;
  const prepared = prepareSalary(input.value, context.versions);
  const solved = prepared.ok ? solvePay(prepared.value, wish, amountMinor) : prepared;
  if (!solved.ok) return solved;
  const { computation } = solved.value;
  return ok({ costMinor: computation.totals.totalCostCents, computation });
}
