import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { isMonth } from '../time/month.ts';
import type { ExtraLine } from './extra-line.ts';
import { validateExtraLines } from './extra-line.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import { FULL_TIME_WEEKLY_MINUTES, MAX_SALARY_CENTS } from './salary-limits.ts';
import type { YearToDate } from './year-to-date.ts';
import { validateYearToDate } from './year-to-date.ts';

/** What a month's pay depends on, besides the amount. */
export interface SalaryInput {
  /** Month of pay, `YYYY-MM`. */
  readonly period: string;
  /** Hours of the contract per week, in minutes: 2,100 for 35 hours, the most that is handled (no overtime). */
  readonly weeklyMinutes: number;
  /** Headcount of the company for the social thresholds (11, 50, 250). */
  readonly headcount: number;
  readonly isCadre: boolean;
  /** Work-accident rate notified to the establishment, in ppm; the legal floor applies under it. */
  readonly atmpRatePpm: number;
  /** Monthly price of the health cover, both shares together, in cents; at most 10,000 €. */
  readonly mutuelleCents: number;
  /** The employer's share of it, in ppm; the rest is the employee's. */
  readonly mutuelleEmployerSharePpm: number;
  /** Versement mobilité of the commune of the workplace, in ppm; due from 11 employees. */
  readonly transportRatePpm: number;
  /** Lines the cooperative adds, see `validateExtraLines`. */
  readonly extraLines?: readonly ExtraLine[] | undefined;
  /** The months of the year before; ceilings and the general reduction are counted month by month when absent. */
  readonly yearToDate?: YearToDate | undefined;
}

const MAX_MUTUELLE_CENTS = 1_000_000;

type NumberField = Exclude<keyof SalaryInput, 'period' | 'isCadre' | 'extraLines' | 'yearToDate'>;

const RANGES: readonly (readonly [field: NumberField, min: number, max: number])[] = [
  ['weeklyMinutes', 1, FULL_TIME_WEEKLY_MINUTES],
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
  const { period, extraLines, yearToDate } = input;
  if (typeof period !== 'string' || !isMonth(period)) return invalidSalaryInput('period');
  if (typeof input.isCadre !== 'boolean') return invalidSalaryInput('isCadre');
  for (const [field, min, max] of RANGES) {
    if (!isIntegerWithin(input[field], min, max)) return invalidSalaryInput(field, { min, max });
  }
  const lines = validateExtraLines(extraLines ?? []);
  if (!lines.ok) return lines;
  const year = yearToDate === undefined ? lines : validateYearToDate(yearToDate, period);
  return year.ok ? ok(input) : year;
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
