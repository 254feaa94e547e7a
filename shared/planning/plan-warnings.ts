import type { AppError } from '../core/errors.ts';
import type { CostJump } from '../salary/cost-jumps.ts';
import { listCostJumps } from '../salary/cost-jumps.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { quarterFloorIn } from '../salary/quarter-floor.ts';
import type { PlannedMonth, PlannedSalary } from './planned-month.ts';

/** What a person should know of one month of a plan; amounts in minor units of the currency. */
export type PlanWarning =
  | { readonly kind: 'negativeAccount' | 'belowReserve'; readonly month: string; readonly amountCents: number }
  | { readonly kind: 'belowQuarter'; readonly month: string; readonly amountCents: number }
  | { readonly kind: 'costJump'; readonly month: string; readonly jump: CostJump; readonly isPassed: boolean }
  | { readonly kind: 'notPayable'; readonly month: string; readonly error: AppError };

/** A threshold this near is worth a word. */
const NEAR_CENTS = 20_000;

/**
 * The warnings of a plan, month by month: a negative account says more than a reserve that is not kept. Months without payroll
 * parameters are not among them: they concern the whole plan. `versions` are those the plan was computed with.
 */
export function listPlanWarnings(
  months: readonly PlannedMonth[],
  reserveTargetCents: number,
  versions: readonly PayrollParameters[],
): readonly PlanWarning[] {
  return months.flatMap((planned): PlanWarning[] => {
    const { month, closingCents, error, pay } = planned;
    const warnings: PlanWarning[] = [];
    if (closingCents < 0) warnings.push({ kind: 'negativeAccount', month, amountCents: 0 - closingCents });
    else if (closingCents < reserveTargetCents) {
      warnings.push({ kind: 'belowReserve', month, amountCents: reserveTargetCents - closingCents });
    }
    if (error !== undefined && error.code !== 'salary.noParameters')
      warnings.push({ kind: 'notPayable', month, error });
    if (pay?.kind === 'salary') warnings.push(...payWarnings(month, pay, versions));
    return warnings;
  });
}

/** The jump of cost just passed or just ahead of a pay, if one is near. */
export function findNearJump({
  prepared,
  computation,
}: Pick<PlannedSalary, 'prepared' | 'computation'>):
  { readonly jump: CostJump; readonly isPassed: boolean } | undefined {
  const { grossCents } = computation;
  const near = listCostJumps(prepared).find(({ fromGrossCents }) => Math.abs(grossCents - fromGrossCents) < NEAR_CENTS);
  return near === undefined ? undefined : { jump: near, isPassed: grossCents >= near.fromGrossCents };
}

function payWarnings(month: string, pay: PlannedSalary, versions: readonly PayrollParameters[]): PlanWarning[] {
  const near = findNearJump(pay);
  const floor = quarterFloorIn(month, versions);
  return [
    ...(near === undefined ? [] : [{ kind: 'costJump' as const, month, ...near }]),
    ...(floor.ok && pay.computation.grossCents < floor.value
      ? [{ kind: 'belowQuarter' as const, month, amountCents: floor.value }]
      : []),
  ];
}
