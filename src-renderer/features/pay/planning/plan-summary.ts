import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { PlannedMonth } from '../../../../shared/planning/planned-month.ts';
import { listPayAmounts } from '../../../../shared/planning/pay-amounts.ts';
import type { YearQuarters } from '../../../../shared/planning/retirement-quarters.ts';
import { listYearQuarters } from '../../../../shared/planning/retirement-quarters.ts';
import type { ComputedScenario } from './computed-scenario.ts';

/** What two scenarios are compared by; minor units of the currency. */
export interface PlanSummary {
  readonly turnoverCents: number;
  readonly contributionCents: number;
  readonly employerCostCents: number;
  readonly netCents: number;
  readonly paidMonths: number;
  readonly closingCents: number;
  readonly lowest: PlannedMonth | undefined;
  readonly years: readonly YearQuarters[];
}

export function summarisePlan(
  { plan: { months } }: ComputedScenario,
  context: PayContext<RecordOf<'salaryStatement'>>,
): PlanSummary {
  const sum = (of: (month: PlannedMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const firstYear = months[0]?.month.slice(0, 4) ?? '';
  return {
    turnoverCents: sum(({ turnoverCents }) => turnoverCents),
    contributionCents: sum(({ contribution, countedCents }) => contribution.amountCents - countedCents),
    employerCostCents: sum(({ employerCostCents }) => employerCostCents),
    netCents: sum(({ netCents }) => netCents),
    paidMonths: months.filter(({ employerCostCents }) => employerCostCents > 0).length,
    closingCents: months.at(-1)?.closingCents ?? 0,
    lowest: months.reduce<PlannedMonth | undefined>(
      (lowest, month) => (lowest === undefined || month.closingCents < lowest.closingCents ? month : lowest),
      undefined,
    ),
    years: listYearQuarters(
      listPayAmounts(context.statements, months).filter(({ month }) => month >= firstYear),
      context.versions,
    ),
  };
}
