import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isMonth } from '../time/month.ts';

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
}

/** Legal full time: 35 hours a week. */
export const FULL_TIME_WEEKLY_MINUTES = 2100;

/** The largest monthly amount that is computed: one million euros. */
export const MAX_SALARY_CENTS = 100_000_000;

const MAX_MUTUELLE_CENTS = 1_000_000;

type NumberField = Exclude<keyof SalaryInput, 'period' | 'isCadre'>;

const RANGES: readonly (readonly [field: NumberField, min: number, max: number])[] = [
  ['weeklyMinutes', 1, FULL_TIME_WEEKLY_MINUTES],
  ['headcount', 1, 1_000_000],
  ['atmpRatePpm', 0, 500_000],
  ['mutuelleCents', 0, MAX_MUTUELLE_CENTS],
  ['mutuelleEmployerSharePpm', 0, 1_000_000],
  ['transportRatePpm', 0, 500_000],
];

/**
 * Checks an input: every number an integer within its range (NaN, fractions and negatives are refused).
 * Error: `salary.invalidInput` with `field` and, for numbers, `min` and `max`.
 */
export function validateSalaryInput(input: SalaryInput): Result<SalaryInput> {
  if (typeof input.period !== 'string' || !isMonth(input.period)) return invalid('period');
  if (typeof input.isCadre !== 'boolean') return invalid('isCadre');
  for (const [field, min, max] of RANGES) {
    if (!isIntegerWithin(input[field], min, max)) return invalid(field, { min, max });
  }
  return ok(input);
}

/** Checks an amount of pay in cents: an integer from 0 to {@link MAX_SALARY_CENTS}. Error: `salary.invalidInput`. */
export function validateSalaryAmount(
  amountCents: number,
  field: 'grossCents' | 'budgetCents' | 'netCents',
): Result<number> {
  if (isIntegerWithin(amountCents, 0, MAX_SALARY_CENTS)) return ok(amountCents);
  return invalid(field, { min: 0, max: MAX_SALARY_CENTS });
}

function isIntegerWithin(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}

function invalid(field: string, range: Readonly<Record<string, number>> = {}): Result<never> {
  return fail(appError('salary.invalidInput', `salary input refused: ${field}`, { field, ...range }));
}
