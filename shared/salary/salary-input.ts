import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { isMonth } from '../time/month.ts';
import type { ExtraLine } from './extra-line.ts';
import { validateExtraLines } from './extra-line.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import { daysInMonth } from '../time/plain-date.ts';
import { FULL_TIME_WEEKLY_MINUTES, MAX_SALARY_CENTS } from './salary-limits.ts';
import type { WorkingTime } from './working-time.ts';
import { validateWorkingTime } from './working-time.ts';
import type { NewlyCounted, YearSoFar } from './year-so-far.ts';
import { EMPTY_YEAR, validateNewlyCounted, validateYearSoFar } from './year-so-far.ts';
import type { YearToDate } from './year-to-date.ts';
import { validateYearToDate } from './year-to-date.ts';

/** What a month's pay depends on, besides the amount. */
export interface SalaryInput {
  /** Month of pay, `YYYY-MM`. */
  readonly period: string;
  /** What the working time of the contract is counted in; absent in pays of the first rule, which carry `weeklyMinutes`. */
  readonly workingTime?: WorkingTime | undefined;
  /** Of the first rule: hours of the contract per week, in minutes (2,100 for 35 hours). */
  readonly weeklyMinutes?: number | undefined;
  /** Calendar days of the month under contract and not absent without pay; the whole month when absent. */
  readonly employedDays?: number | undefined;
  /** Headcount of the company for the social thresholds (11, 50, 250). */
  readonly headcount: number;
  readonly isCadre: boolean;
  /** Work-accident rate notified to the establishment, in ppm; under the first rule at least the legal most of the reduction. */
  readonly atmpRatePpm: number;
  /** Monthly price of the health cover, both shares together, in cents; at most 10,000 €. */
  readonly mutuelleCents: number;
  /** The employer's share of it, in ppm; the rest is the employee's. */
  readonly mutuelleEmployerSharePpm: number;
  /** Versement mobilité of the commune of the workplace, in ppm; due from 11 employees. */
  readonly transportRatePpm: number;
  /** Lines the cooperative adds, see `validateExtraLines`. */
  readonly extraLines?: readonly ExtraLine[] | undefined;
  /** The months of the year before, of the same contract; none when absent. */
  readonly yearSoFar?: YearSoFar | undefined;
  /** What of the months of the year before counts from this pay on, see `NewlyCounted`. */
  readonly newlyCounted?: NewlyCounted | undefined;
  /** Of the first rule: the months of the year before; month by month when absent. */
  readonly yearToDate?: YearToDate | undefined;
}

const MAX_MUTUELLE_CENTS = 1_000_000;

type NumberField = 'headcount' | 'atmpRatePpm' | 'mutuelleCents' | 'mutuelleEmployerSharePpm' | 'transportRatePpm';

const RANGES: readonly (readonly [field: NumberField, min: number, max: number])[] = [
  ['headcount', 1, 1_000_000],
  ['atmpRatePpm', 0, 500_000],
  ['mutuelleCents', 0, MAX_MUTUELLE_CENTS],
  ['mutuelleEmployerSharePpm', 0, 1_000_000],
  ['transportRatePpm', 0, 500_000],
];

/**
 * Checks an input: every number an integer within its range (NaN, fractions and negatives are refused), extra lines and year
 * to date as {@link validateExtraLines} and {@link validateYearToDate} say.
 * Error: `salary.invalidInput` with `field` and, for numbers, `min` and `max`.
 */
export function validateSalaryInput(input: SalaryInput): Result<SalaryInput> {
  const { period, extraLines } = input;
  if (typeof period !== 'string' || !isMonth(period)) return invalidSalaryInput('period');
  if (typeof input.isCadre !== 'boolean') return invalidSalaryInput('isCadre');
  for (const [field, min, max] of RANGES) {
    if (!isIntegerWithin(input[field], min, max)) return invalidSalaryInput(field, { min, max });
  }
  const lines = validateExtraLines(extraLines ?? []);
  if (!lines.ok) return lines;
  const measured = input.workingTime === undefined ? validateFirst(input) : validateMeasured(input, input.workingTime);
  return measured.ok ? ok(input) : measured;
}

/** What the first rule measures by, and nothing of the present one. */
function validateFirst({
  period,
  weeklyMinutes = 0,
  employedDays,
  yearToDate,
  yearSoFar,
  newlyCounted,
}: SalaryInput): Result<unknown> {
  if (employedDays !== undefined) return invalidSalaryInput('employedDays');
  if (yearSoFar !== undefined) return invalidSalaryInput('yearSoFar');
  if (newlyCounted !== undefined) return invalidSalaryInput('newlyCounted');
  if (!isIntegerWithin(weeklyMinutes, 1, FULL_TIME_WEEKLY_MINUTES)) {
    return invalidSalaryInput('weeklyMinutes', { min: 1, max: FULL_TIME_WEEKLY_MINUTES });
  }
  return yearToDate === undefined ? ok(undefined) : validateYearToDate(yearToDate, period);
}

/** What a pay is measured by, and nothing of the first rule. */
function validateMeasured(input: SalaryInput, workingTime: WorkingTime): Result<unknown> {
  const { period, weeklyMinutes, employedDays, yearToDate, yearSoFar } = input;
  if (weeklyMinutes !== undefined) return invalidSalaryInput('weeklyMinutes');
  if (yearToDate !== undefined) return invalidSalaryInput('yearToDate');
  const days = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
  if (employedDays !== undefined && !isIntegerWithin(employedDays, 0, days)) {
    return invalidSalaryInput('employedDays', { min: 0, max: days });
  }
  const time = validateWorkingTime(workingTime);
  if (!time.ok) return time;
  const year = yearSoFar === undefined ? ok(EMPTY_YEAR) : validateYearSoFar(yearSoFar, period);
  if (!year.ok || input.newlyCounted === undefined) return year;
  return validateNewlyCounted(input.newlyCounted, year.value, period);
}

/**
 * Checks an amount of pay in cents: an integer from 0 to `max`, by default {@link MAX_SALARY_CENTS}.
 * Error: `salary.invalidInput`.
 */
export function validateSalaryAmount(
  amountCents: number,
  field: 'grossCents' | 'budgetCents' | 'netCents',
  max = MAX_SALARY_CENTS,
): Result<number> {
  if (isIntegerWithin(amountCents, 0, max)) return ok(amountCents);
  return invalidSalaryInput(field, { min: 0, max });
}
