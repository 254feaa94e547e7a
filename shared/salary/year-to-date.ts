import type { Result } from '../core/result.ts';
import { FULL_TIME_WEEKLY_MINUTES } from './salary-limits.ts';
import { WAGE_PARTS } from './month-measure.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { YearSoFar } from './year-so-far.ts';
import { accumulateYear, commonRanges, validateSums } from './year-so-far.ts';

/**
 * The months of a year before a month as pays of the first rule carry them (rule `salary`): months were measured by the weekly
 * minutes of the contract alone. Those pays are never written any more, and read for ever.
 */
export interface YearToDate extends Omit<YearSoFar, 'ceilingParts' | 'wageParts'> {
  /** Sum of the weekly minutes of the months: their ceilings are the monthly ceiling × this ÷ 2,100. */
  readonly weeklyMinutes: number;
  /** Sum of hourly minimum wage of the reduction (cents) × weekly minutes. */
  readonly wageCentMinutes: number;
}

const MAX_HOURLY_WAGE_CENTS = 100_000;

/** The same year in the measures of now; exact. */
export function measureYear(year: YearToDate, parameters: PayrollParameters): YearSoFar {
  const { weeklyMinutes, wageCentMinutes, ...others } = year;
  return {
    ...others,
    // The ceiling in cents × minutes ÷ 2,100, in 1/21 of a cent.
    ceilingParts: parameters.socialSecurityCeilingEuros.value * weeklyMinutes,
    // Hourly × minutes × 52 ÷ 12 ÷ 60.
    wageParts: (wageCentMinutes * 13 * WAGE_PARTS) / 180,
  };
}

/** Checks a year to date for a pay of `period`, as `validateYearSoFar`; fields are those of `yearToDate`. */
export function validateYearToDate(year: YearToDate, period: string): Result<YearToDate> {
  const { months, weeklyMinutes } = year;
  return validateSums<YearToDate>('yearToDate', year, {
    ...commonRanges(year, period),
    weeklyMinutes: [months, months * FULL_TIME_WEEKLY_MINUTES],
    wageCentMinutes: [weeklyMinutes, weeklyMinutes * MAX_HOURLY_WAGE_CENTS],
  });
}

/** The year to date after one more month of the first rule; see `accumulateYear`. */
export function accumulateFirstYear(
  before: YearToDate | undefined,
  input: Parameters<typeof accumulateYear>[1] & { readonly weeklyMinutes?: number | undefined },
  computation: SalaryComputation,
): YearToDate {
  const { ceilingParts: _ceiling, wageParts, ...month } = accumulateYear(undefined, input, computation);
  const { weeklyMinutes = 0 } = input;
  const added: YearToDate = { ...month, weeklyMinutes, wageCentMinutes: (wageParts * 180) / (13 * WAGE_PARTS) };
  if (before === undefined) return added;
  const sum = { ...added } as Record<keyof YearToDate, number>;
  for (const field of Object.keys(added) as (keyof YearToDate)[]) sum[field] += before[field];
  return sum;
}
