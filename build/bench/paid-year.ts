import { unwrap } from '../../shared/core/result.ts';
import { prepareSalary } from '../../shared/salary/compute-from-gross.ts';
import type { SalaryComputation } from '../../shared/salary/salary-computation.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import { solvePreparedFromCost } from '../../shared/salary/solve-from-cost.ts';
import type { YearSoFar } from '../../shared/salary/year-so-far.ts';
import { accumulateYear } from '../../shared/salary/year-so-far.ts';
import { amountAt, memberContract } from './sample-pays.ts';

export interface PaidMonth {
  readonly input: SalaryInput;
  readonly computation: SalaryComputation;
}

/** The irregular year of a member: twelve months, each from its budget and regularised with those before it. */
export function payYearFromCost(member: number): PaidMonth[] {
  const months: PaidMonth[] = [];
  let year: YearSoFar | undefined;
  for (let month = 1; month <= 12; month += 1) {
    const contract = memberContract(member, month);
    const input = year === undefined ? contract : { ...contract, yearSoFar: year };
    const prepared = unwrap(prepareSalary(input));
    const { computation } = unwrap(solvePreparedFromCost(prepared, amountAt(member * 12 + month)));
    year = accumulateYear(year, input, computation);
    months.push({ input, computation });
  }
  return months;
}
