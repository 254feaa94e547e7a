import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ExtraLine } from './extra-line.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import type { SalaryComputation } from './salary-computation.ts';
import { FULL_TIME_WEEKLY_MINUTES, MAX_SALARY_CENTS } from './salary-limits.ts';
import type { SalaryLine } from './salary-line.ts';

/**
 * The months of one calendar year before a month, cumulated: what the annual regularisation of ceilings and of the general
 * reduction starts from. All integers; {@link accumulateYear} makes the next one.
 */
export interface YearToDate {
  /** Months with a pay (a pay of zero counts: its ceiling does). */
  readonly months: number;
  readonly grossCents: number;
  /** Sum of the weekly minutes of the months: their ceilings are the monthly ceiling × this ÷ 2,100. */
  readonly weeklyMinutes: number;
  /** Sum of hourly minimum wage of the reduction (cents) × weekly minutes. */
  readonly wageCentMinutes: number;
  /** The employer's share of the health cover. */
  readonly healthCoverEmployerCents: number;
  /** The employer's welfare lines among the extra lines; negative where a slice was given back that another rate had borne. */
  readonly welfareCents: number;
  /** The employee's share of the health cover and the employee's welfare lines. */
  readonly employeeWelfareCents: number;
  /** Months as a cadre, and the gross of those months. */
  readonly cadreMonths: number;
  readonly cadreGrossCents: number;
  /** General reduction granted so far, as a positive amount. */
  readonly reductionCents: number;
}

/** The beginning of a year. */
export const EMPTY_YEAR: YearToDate = {
  months: 0,
  grossCents: 0,
  weeklyMinutes: 0,
  wageCentMinutes: 0,
  healthCoverEmployerCents: 0,
  welfareCents: 0,
  employeeWelfareCents: 0,
  cadreMonths: 0,
  cadreGrossCents: 0,
  reductionCents: 0,
};

// The members of the type and no other.
const FIELDS = Object.keys(EMPTY_YEAR) as readonly (keyof YearToDate)[];

const MAX_HOURLY_WAGE_CENTS = 100_000;

/**
 * The year to date after one more month. The caller gives the months of one calendar year in their order, each computed
 * with the year to date before it (or all without, to regularise afterwards).
 */
export function accumulateYear(
  before: YearToDate | undefined,
  input: {
    readonly weeklyMinutes: number;
    readonly isCadre: boolean;
    readonly extraLines?: readonly ExtraLine[] | undefined;
  },
  computation: SalaryComputation,
): YearToDate {
  const { grossCents, lines, reductionMinimumWageHourlyCents } = computation;
  const { weeklyMinutes, isCadre, extraLines = [] } = input;
  const welfareOf = (side: SalaryLine['side']): number =>
    extraLines.reduce(
      (sum, extra) => sum + (extra.isWelfare && extra.side === side ? amountOf(lines, side, extra.code) : 0),
      0,
    );
  return addToYear(before ?? EMPTY_YEAR, {
    months: 1,
    grossCents,
    weeklyMinutes,
    wageCentMinutes: reductionMinimumWageHourlyCents * weeklyMinutes,
    healthCoverEmployerCents: amountOf(lines, 'employer', 'healthCover'),
    welfareCents: welfareOf('employer'),
    employeeWelfareCents: amountOf(lines, 'employee', 'healthCover') + welfareOf('employee'),
    cadreMonths: isCadre ? 1 : 0,
    cadreGrossCents: isCadre ? grossCents : 0,
    reductionCents: 0 - amountOf(lines, 'employer', 'generalReduction'),
  });
}

/** The sum of months of one year. */
export function addToYear(year: YearToDate, month: YearToDate): YearToDate {
  const sum = { ...EMPTY_YEAR } as Record<keyof YearToDate, number>;
  for (const field of FIELDS) sum[field] = year[field] + month[field];
  return sum;
}

function amountOf(lines: readonly SalaryLine[], side: SalaryLine['side'], code: string): number {
  return lines.find((line) => line.side === side && line.code === code)?.amountCents ?? 0;
}

/**
 * Checks a year to date for a pay of `period`: integers within what that many months can hold, fewer months than the number
 * of the month, and a year of pay of at most {@link MAX_SALARY_CENTS}. Error: `salary.invalidInput` with the `field`, for
 * example `yearToDate.months`, and its range.
 */
export function validateYearToDate(year: YearToDate, period: string): Result<YearToDate> {
  const { months, weeklyMinutes, cadreMonths, grossCents } = year;
  const largest = months > 0 ? MAX_SALARY_CENTS : 0;
  const ranges: Partial<Record<keyof YearToDate, readonly [min: number, max: number]>> = {
    months: [0, Number(period.slice(5)) - 1],
    weeklyMinutes: [months, months * FULL_TIME_WEEKLY_MINUTES],
    wageCentMinutes: [weeklyMinutes, weeklyMinutes * MAX_HOURLY_WAGE_CENTS],
    welfareCents: [-largest, largest],
    employeeWelfareCents: [-largest, largest],
    cadreMonths: [0, months],
    cadreGrossCents: [0, cadreMonths > 0 ? grossCents : 0],
  };
  for (const field of FIELDS) {
    const [min, max] = ranges[field] ?? [0, largest];
    if (!isIntegerWithin(year[field], min, max)) return invalidSalaryInput(`yearToDate.${field}`, { min, max });
  }
  return ok(year);
}
