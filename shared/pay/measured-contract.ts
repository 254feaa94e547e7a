import type { ContractRun } from '../contract/contract-run.ts';
import { daysOfRun } from '../contract/contract-run.ts';
import { workingTimeOf } from '../contract/working-time-of.ts';
import type { WorkingTime } from '../salary/working-time.ts';
import { firstDay, lastDay } from '../time/month.ts';
import { toEpochDay } from '../time/plain-date.ts';

/** What of a contract the pay of a month is measured by. */
export interface MeasuredContract {
  readonly workingTime: WorkingTime;
  /** Calendar days of the month under contract; absent for the whole month. */
  readonly employedDays?: number;
  readonly isCadre: boolean;
}

/** What of a contract the pay of a month is measured by: of several amendments in one month, the last one. */
export function measuredContract(run: ContractRun, month: string): MeasuredContract {
  const contract = run.contracts.findLast(({ startDate }) => startDate <= lastDay(month)) ?? run.contracts[0];
  const days = daysOfRun(run, month);
  const isWhole = days === toEpochDay(lastDay(month)) - toEpochDay(firstDay(month)) + 1;
  return {
    workingTime: contract === undefined ? { kind: 'none' } : workingTimeOf(contract),
    ...(!isWhole && { employedDays: days }),
    isCadre: contract?.isCadre ?? false,
  };
}
