import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import { FULL_TIME_YEAR_DAYS, FULL_TIME_YEAR_HOURS, FULL_TIME_WEEKLY_MINUTES } from './salary-limits.ts';

/**
 * What the working time of a contract is counted in. `none`: nothing, as under CESA, where the pay alone says how many hours it
 * stands for (CSS D241-27 I 3°); hours a week, days or hours a year for other contracts (CSS D241-27 I, D241-7).
 */
export type WorkingTime =
  | { readonly kind: 'none' }
  | { readonly kind: 'weeklyHours'; readonly minutes: number }
  | { readonly kind: 'annualDays'; readonly days: number }
  | { readonly kind: 'annualHours'; readonly hours: number };

/** Checks a working time: whole numbers from one to full time. Error: `salary.invalidInput` (`field`, `min`, `max`). */
export function validateWorkingTime(time: WorkingTime): Result<WorkingTime> {
  const within = (field: string, value: number, max: number): Result<WorkingTime> =>
    isIntegerWithin(value, 1, max) ? ok(time) : invalidSalaryInput(`workingTime.${field}`, { min: 1, max });
  switch (time.kind) {
    case 'none':
      return ok(time);
    case 'weeklyHours':
      return within('minutes', time.minutes, FULL_TIME_WEEKLY_MINUTES);
    case 'annualDays':
      return within('days', time.days, FULL_TIME_YEAR_DAYS);
    case 'annualHours':
      return within('hours', time.hours, FULL_TIME_YEAR_HOURS);
    default:
      return invalidSalaryInput('workingTime.kind');
  }
}
