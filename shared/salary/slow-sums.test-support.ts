import type { WorkingTime } from './working-time.ts';
import type { Rational } from './slow-rational.test-support.ts';
import {
  isLess,
  least,
  minus,
  percent,
  plus,
  positive,
  rational,
  round,
  times,
  ZERO,
} from './slow-rational.test-support.ts';

/**
 * The payroll of 2025 and 2026 written a second time, slowly and obviously, with exact fractions of big integers, from the
 * published table of rates and without the engine's parameters or code. Only for tests.
 */
export interface SlowInput {
  readonly period: string;
  /** What the contract counts working time in; the law has a rule for each (CSS D241-27, R242-2). */
  readonly workingTime?: WorkingTime | undefined;
  /** Days of the month under contract and paid; all where absent. */
  readonly employedDays?: number | undefined;
  readonly headcount: number;
  readonly isCadre: boolean;
  readonly atmpRatePpm: number;
  readonly mutuelleCents: number;
  readonly mutuelleEmployerSharePpm: number;
  readonly transportRatePpm: number;
  readonly extraLines?: readonly SlowExtra[] | undefined;
}

/** A line of the cooperative. */
export interface SlowExtra {
  readonly code: string;
  readonly side: 'employer' | 'employee';
  readonly base: 'fixed' | 'gross' | 'upToCeiling' | 'fromOneToEightCeilings';
  readonly rateE7: number;
  readonly amountCents: number;
  readonly isWelfare: boolean;
}

/** A month and its gross. */
export interface SlowMonth {
  readonly input: SlowInput;
  readonly grossCents: number;
}

/** A month whose lines are known. */
export interface PaidMonth extends SlowMonth {
  readonly healthEmployer: number;
  /** Rounded welfare lines among the extra lines, by side. */
  readonly welfareEmployer: number;
  readonly welfareEmployee: number;
}

/** Sums of a month, or of the months of a year up to it. */
export interface Sums {
  readonly gross: Rational;
  readonly base: Rational;
  readonly slice1: Rational;
  readonly slice2: Rational;
  readonly fourCeilings: Rational;
  readonly cet: Rational;
  readonly csg: Rational;
  readonly cadreBase: Rational;
  readonly welfare: Rational;
  readonly wage: Rational;
  readonly taxedWelfare: number;
}

const ceilingOf = (period: string): Rational => rational(period >= '2026-01' ? 400_500 : 392_500);
const sum = (values: readonly Rational[]): Rational => values.reduce(plus, ZERO);

/** Days of the month, from its first to the first of the next. */
const daysOf = (period: string): number => {
  const [year, month] = period.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
};
const partOf = ({ period, employedDays }: SlowInput): Rational =>
  rational(employedDays ?? daysOf(period), daysOf(period));
const isPart = (input: SlowInput): boolean => (input.employedDays ?? daysOf(input.period)) !== daysOf(input.period);

/** Part time of L3123-1 has a part of the ceiling, nothing else has; days without contract or pay are taken off (R242-2). */
const monthCeiling = (input: SlowInput): Rational => {
  const { workingTime: time, period } = input;
  const full = ceilingOf(period);
  const ofHours = time?.kind === 'weeklyHours' ? times(full, rational(time.minutes, 35 * 60)) : full;
  const own = time?.kind === 'annualHours' ? rational(round(times(full, rational(time.hours, 1607)))) : ofHours;
  return isPart(input) ? rational(round(times(own, partOf(input)))) : own;
};

/** Hours a month stands for × the minimum wage of an hour (D241-27 I and II). */
const monthWage = ({ input, grossCents }: SlowMonth): Rational => {
  const hourly = rational(input.period >= '2026-01' ? 1202 : 1188);
  const full = times(hourly, rational(35 * 52, 12));
  const time = input.workingTime;
  const thirtieths = isPart(input) ? rational(input.employedDays ?? 0, 30) : rational(1);
  if (time?.kind === 'annualDays') return times(times(full, rational(time.days, 218)), thirtieths);
  if (time?.kind === 'annualHours') return times(times(full, rational(time.hours, 1607)), thirtieths);
  if (time?.kind === 'weeklyHours') return times(times(full, rational(time.minutes, 35 * 60)), thirtieths);
  if (input.employedDays === 0) return ZERO;
  const wholeMonthPay = times(rational(grossCents), rational(partOf(input).bottom, partOf(input).top));
  return times(least(wholeMonthPay, full), thirtieths);
};

/** The ceiling of the months, prorated. */
export const ceilingsOf = (months: readonly SlowMonth[]): Rational =>
  sum(months.map(({ input }) => monthCeiling(input)));

/** The gross of the months. */
export const grossOf = (months: readonly SlowMonth[]): Rational =>
  sum(months.map(({ grossCents }) => rational(grossCents)));

/** All sums of months as if they were one long month. */
export function addUp(months: readonly PaidMonth[]): Sums {
  const gross = grossOf(months);
  const ceiling = ceilingsOf(months);
  const fullCeilings = sum(months.map(({ input }) => ceilingOf(input.period)));
  const asCadre = months.filter(({ input }) => input.isCadre);
  const cadreBase = least(grossOf(asCadre), sum(asCadre.map(({ input }) => ceilingOf(input.period))));
  const cadreWelfare = times(cadreBase, percent('1.5'));
  const welfareCents = months.reduce((total, month) => total + month.healthEmployer + month.welfareEmployer, 0);
  const welfare = plus(rational(welfareCents), cadreWelfare);
  const exempt = least(
    plus(times(fullCeilings, percent('6')), times(gross, percent('1.5'))),
    times(fullCeilings, percent('12')),
  );
  const base = plus(gross, positive(minus(welfare, exempt)));
  const upTo = (ceilings: number): Rational => least(base, times(ceiling, rational(ceilings)));
  const withAllowance = least(gross, times(ceiling, rational(4)));
  const deducted = months.reduce((total, month) => {
    const healthEmployee = month.input.mutuelleCents - month.healthEmployer;
    return total + healthEmployee + month.welfareEmployee + month.welfareEmployer;
  }, 0);
  const deductible = least(
    plus(times(fullCeilings, percent('5')), times(gross, percent('2'))),
    times(fullCeilings, percent('16')),
  );
  return {
    gross,
    base,
    slice1: upTo(1),
    slice2: minus(upTo(8), upTo(1)),
    fourCeilings: upTo(4),
    cet: isLess(ceiling, base) ? upTo(8) : ZERO,
    csg: plus(plus(times(withAllowance, percent('98.25')), minus(gross, withAllowance)), welfare),
    cadreBase,
    welfare,
    wage: sum(months.map(monthWage)),
    taxedWelfare: round(positive(minus(plus(rational(deducted), cadreWelfare), deductible))),
  };
}
