import { divideHalfAwayFromZero, multiplyThenDivide } from '../money/rounding.ts';
import { daysInMonth } from '../time/plain-date.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import { FULL_TIME_WEEKLY_MINUTES, FULL_TIME_YEAR_DAYS, FULL_TIME_YEAR_HOURS } from './salary-limits.ts';
import type { WorkingTime } from './working-time.ts';

/** Ceilings are whole numbers of these parts of a cent: those of weekly hours are then exact. */
export const CEILING_PARTS = 21;

/** Minimum wages are whole numbers of these parts of a cent: those of weekly hours and of thirtieths of them are then exact. */
export const WAGE_PARTS = 5_400;

/** Days of the month by which the law counts hours of a part of a month (CSS D241-27 II). */
const THIRTY_DAYS = 30;

/** The minimum wage of a month's contract, in {@link WAGE_PARTS} of a cent; what follows gross, up to `mostParts`, comes on top. */
export interface MonthWage {
  readonly fixedParts: number;
  readonly perGrossCent: number;
  readonly mostParts: number;
}

/** What the law measures the pay of one month by. */
export interface MonthMeasure {
  /** Monthly ceiling of the contract, in {@link CEILING_PARTS} of a cent. */
  readonly ceilingParts: number;
  readonly wage: MonthWage;
}

/** What a month is measured by: how working time is counted, and how many days of the month the contract ran and was paid. */
export interface MeasuredMonth {
  readonly period: string;
  readonly workingTime: WorkingTime;
  /** Calendar days of the month; all of them when absent. */
  readonly employedDays?: number | undefined;
}

/**
 * Ceiling and minimum wage of a month (CSS R242-2, D241-7, D241-27). Without working time the whole ceiling applies, and the
 * minimum wage of the month is the pay itself up to full time; part time has its share of both; an agreement in days has its
 * share of the minimum wage. In a month of entry, exit or unpaid absence the ceiling is cut by calendar days, rounded half up
 * to the cent, and the hours are so many thirtieths of those of the whole month.
 */
export function measureMonth(month: MeasuredMonth, parameters: PayrollParameters): MonthMeasure {
  const { workingTime, period } = month;
  const days = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
  const employed = month.employedDays ?? days;
  const isWhole = employed === days;
  // A whole month has all its hours, whatever its days.
  const [part, of] = isWhole ? [1, 1] : [employed, THIRTY_DAYS];
  const ceilingParts = ceilingOf(workingTime, parameters.socialSecurityCeilingEuros.value);
  const fullParts = (parameters.reductionMinimumWageHourlyCents.value * 1820 * WAGE_PARTS) / 12;
  const { numerator, denominator } = shareOfFullTime(workingTime);
  const wageParts = multiplyThenDivide(fullParts * numerator, part, denominator * of);
  const isNone = workingTime.kind === 'none';
  return {
    ceilingParts: isWhole ? ceilingParts : toCent(ceilingParts * employed, days),
    wage: {
      fixedParts: isNone ? 0 : wageParts,
      // The pay compared is the one of a whole month: gross × days of the month ÷ days employed.
      perGrossCent: isNone ? (WAGE_PARTS / of) * (isWhole ? 1 : days) : 0,
      mostParts: isNone ? wageParts : 0,
    },
  };
}

/** The minimum wage of a month that is paid so, in {@link WAGE_PARTS} of a cent. */
export function wageFor({ fixedParts, perGrossCent, mostParts }: MonthWage, grossCents: number): number {
  return fixedParts + Math.min(grossCents * perGrossCent, mostParts);
}

function shareOfFullTime(time: WorkingTime): { readonly numerator: number; readonly denominator: number } {
  switch (time.kind) {
    case 'none':
      return { numerator: 1, denominator: 1 };
    case 'weeklyHours':
      return { numerator: time.minutes, denominator: FULL_TIME_WEEKLY_MINUTES };
    case 'annualDays':
      return { numerator: time.days, denominator: FULL_TIME_YEAR_DAYS };
    case 'annualHours':
      return { numerator: time.hours, denominator: FULL_TIME_YEAR_HOURS };
  }
}

/** The ceiling of a whole month: only part time in hours has a share of it (CSS R242-2 I; Code du travail L3123-1). */
function ceilingOf(time: WorkingTime, ceilingEuros: number): number {
  const full = ceilingEuros * 100 * CEILING_PARTS;
  if (time.kind === 'weeklyHours') return (full / FULL_TIME_WEEKLY_MINUTES) * time.minutes;
  return time.kind === 'annualHours' ? toCent(full * time.hours, FULL_TIME_YEAR_HOURS) : full;
}

/** A quotient of parts of a cent, rounded half up to the cent. */
function toCent(parts: number, divisor: number): number {
  return divideHalfAwayFromZero(parts, divisor * CEILING_PARTS) * CEILING_PARTS;
}
