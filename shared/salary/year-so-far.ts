import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ExtraLine } from './extra-line.ts';
import { invalidSalaryInput, isIntegerWithin } from './invalid-salary-input.ts';
import { CEILING_PARTS, WAGE_PARTS } from './month-measure.ts';
import type { SalaryComputation } from './salary-computation.ts';
import { MAX_SALARY_CENTS } from './salary-limits.ts';
import type { SalaryLine } from './salary-line.ts';

/**
 * The months of one calendar year and one contract before a month, cumulated: what ceilings and the general reduction are
 * settled from each month (CSS R242-2 II, L241-13 III). All integers; {@link accumulateYear} makes the next one.
 */
export interface YearSoFar {
  /** Months under contract, also those without a pay: their ceilings count. */
  readonly months: number;
  readonly grossCents: number;
  /** Sum of the months' ceilings, in 1/21 of a cent. */
  readonly ceilingParts: number;
  /** Sum of the months' minimum wages, in 1/5,400 of a cent. */
  readonly wageParts: number;
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
export const EMPTY_YEAR: YearSoFar = {
  months: 0,
  grossCents: 0,
  ceilingParts: 0,
  wageParts: 0,
  healthCoverEmployerCents: 0,
  welfareCents: 0,
  employeeWelfareCents: 0,
  cadreMonths: 0,
  cadreGrossCents: 0,
  reductionCents: 0,
};

// The members of the type and no other.
const FIELDS = Object.keys(EMPTY_YEAR) as readonly (keyof YearSoFar)[];

/** More than any monthly ceiling or full-time minimum wage, in cents. */
const MAX_MEASURE_CENTS = 100_000_000;

/**
 * What of the months before counts from now on: months without a pay since the last one, and what another rule or a fact that
 * became known later gives months that were paid. It changes no sum of amounts; integers, negative where less counts.
 */
export interface NewlyCounted {
  readonly months: number;
  readonly ceilingParts: number;
  readonly wageParts: number;
}

/**
 * The year after one more month. The caller gives the months of one calendar year and contract in their order, each computed
 * with the year before it.
 */
export function accumulateYear(
  before: YearSoFar | undefined,
  input: {
    readonly isCadre: boolean;
    readonly extraLines?: readonly ExtraLine[] | undefined;
    readonly newlyCounted?: NewlyCounted | undefined;
  },
  computation: SalaryComputation,
): YearSoFar {
  const { grossCents, lines, measure } = computation;
  const { isCadre, extraLines = [] } = input;
  const welfareOf = (side: SalaryLine['side']): number =>
    extraLines.reduce(
      (sum, extra) => sum + (extra.isWelfare && extra.side === side ? amountOf(lines, side, extra.code) : 0),
      0,
    );
  return addToYear(countNewly(before ?? EMPTY_YEAR, input.newlyCounted), {
    months: 1,
    grossCents,
    ...measure,
    healthCoverEmployerCents: amountOf(lines, 'employer', 'healthCover'),
    welfareCents: welfareOf('employer'),
    employeeWelfareCents: amountOf(lines, 'employee', 'healthCover') + welfareOf('employee'),
    cadreMonths: isCadre ? 1 : 0,
    cadreGrossCents: isCadre ? grossCents : 0,
    reductionCents: 0 - amountOf(lines, 'employer', 'generalReduction'),
  });
}

/** A year with what counts of it from now on. */
export function countNewly(year: YearSoFar, newly: NewlyCounted | undefined): YearSoFar {
  return newly === undefined ? year : addToYear(year, { ...EMPTY_YEAR, ...newly });
}

/** The sum of months of one year. */
export function addToYear(year: YearSoFar, month: YearSoFar): YearSoFar {
  const sum = { ...EMPTY_YEAR } as Record<keyof YearSoFar, number>;
  for (const field of FIELDS) sum[field] = year[field] + month[field];
  return sum;
}

function amountOf(lines: readonly SalaryLine[], side: SalaryLine['side'], code: string): number {
  return lines.find((line) => line.side === side && line.code === code)?.amountCents ?? 0;
}

/** The sums of a year that both rules have. */
type CommonSums = Omit<YearSoFar, 'ceilingParts' | 'wageParts'>;

type Ranges<T> = Readonly<Record<keyof T, readonly [min: number, max: number]>>;

/**
 * Checks a year for a pay of `period`: integers within what that many months can hold, fewer months than the number of the
 * month, and a year of pay of at most {@link MAX_SALARY_CENTS}. Error: `salary.invalidInput` with the `field`, for example
 * `yearSoFar.months`, and its range.
 */
export function validateYearSoFar(year: YearSoFar, period: string): Result<YearSoFar> {
  const measures = year.months * MAX_MEASURE_CENTS;
  return validateSums<YearSoFar>('yearSoFar', year, {
    ...commonRanges(year, period),
    ceilingParts: [0, measures * CEILING_PARTS],
    wageParts: [0, Math.min(measures, MAX_SALARY_CENTS) * WAGE_PARTS],
  });
}

/**
 * Checks what counts newly of a year for a pay of `period`: with it the year has no measure below zero and fewer months than
 * the number of the month. Error: `salary.invalidInput` with the `field`, for example `newlyCounted.months`, and its range.
 */
export function validateNewlyCounted(newly: NewlyCounted, year: YearSoFar, period: string): Result<NewlyCounted> {
  const most = 12 * MAX_MEASURE_CENTS;
  return validateSums<NewlyCounted>('newlyCounted', newly, {
    months: [0, Number(period.slice(5)) - 1 - year.months],
    ceilingParts: [0 - year.ceilingParts, most * CEILING_PARTS],
    wageParts: [0 - year.wageParts, most * WAGE_PARTS],
  });
}

/** Between what the common sums of a year lie. */
export function commonRanges({ months, cadreMonths, grossCents }: CommonSums, period: string): Ranges<CommonSums> {
  const largest = months > 0 ? MAX_SALARY_CENTS : 0;
  const [upTo, around] = [[0, largest] as const, [-largest, largest] as const];
  return {
    months: [0, Number(period.slice(5)) - 1],
    grossCents: upTo,
    healthCoverEmployerCents: upTo,
    welfareCents: around,
    employeeWelfareCents: around,
    cadreMonths: [0, months],
    cadreGrossCents: [0, cadreMonths > 0 ? grossCents : 0],
    reductionCents: upTo,
  };
}

/** Checks every sum of a year against its range, and no other member. Error: `salary.invalidInput` (`field`, `min`, `max`). */
export function validateSums<T extends object>(name: string, year: T, ranges: Ranges<T>): Result<T> {
  for (const field of Object.keys(ranges) as (keyof T & string)[]) {
    const [min, max] = ranges[field];
    // Every member of a year is a number.
    if (!isIntegerWithin(year[field] as number, min, max)) return invalidSalaryInput(`${name}.${field}`, { min, max });
  }
  return ok(year);
}
