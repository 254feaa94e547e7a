import { greatestCommonDivisor } from './exact-fraction.ts';
import type { ContributionParameter, LegalSource } from './payroll-parameters.ts';
import { roundSigned } from './round-product.ts';
import { BASE_INDEX, CUMULATED_INDEX, WAGE_INDEX } from './salary-bases.ts';
import type { SalaryLineCode, SalarySide } from './salary-line.ts';
import { RATE_E7 } from './salary-line.ts';

/** One contribution of one contract, ready to be computed: bases as positions, rates in lowest terms. */
export interface LinePlan {
  readonly code: SalaryLineCode;
  readonly side: SalarySide;
  readonly baseIndex: number;
  readonly secondBaseIndex: number;
  readonly rate: PlannedRate;
  readonly secondRateE7: number;
  readonly secondNumerator: number;
  /** Common denominator of the rates. */
  readonly divisor: number;
  /** The rate for low pay; the same rate where there is none. */
  readonly reduced: PlannedRate;
  /** Until where it applies; nothing where there is none. */
  readonly reducedLimit: ReducedLimit | undefined;
  /** With a reduced rate, the base of the months before and whether it had that rate; 0 when nothing is regularised. */
  readonly baseBefore: number;
  readonly wasReduced: boolean;
  readonly isTaxable: boolean;
}

/** A rate as shown (1e-7) and as multiplied (over the line's divisor), with its source. */
export interface PlannedRate extends LegalSource {
  readonly rateE7: number;
  readonly numerator: number;
}

/** A limit in multiples of the minimum wage: base × `baseFactor` against minimum wage in parts of a cent × `wageFactor`. */
export interface ReducedLimit {
  readonly baseFactor: number;
  readonly wageFactor: number;
  /** Pay of exactly the limit has the reduced rate; not so under the first rule. */
  readonly isInclusive: boolean;
}

/** What the reduced rate of a line depends on besides the month: how its limit is measured, and the months before. */
export interface ReducedRule extends ReducedLimit {
  readonly baseBefore: number;
  readonly wageBefore: number;
}

/** Builds the plan of a line; `rateE7` may come from the input. */
export function planLine(parameter: ContributionParameter, rateE7: number, rule: ReducedRule): LinePlan {
  const reduced = parameter.reduced ?? { ...parameter, rateE7 };
  const reducedLimit = parameter.reduced && limitOf(rule, parameter.reduced.belowMinimumWagePercent);
  const baseBefore = reducedLimit === undefined ? 0 : rule.baseBefore;
  const secondRateE7 = baseBefore === 0 ? (parameter.secondRateE7 ?? 0) : rateE7 - reduced.rateE7;
  const shared = greatestCommonDivisor(rateE7, Math.abs(secondRateE7), reduced.rateE7, RATE_E7);
  return {
    code: parameter.code,
    side: parameter.side,
    baseIndex: BASE_INDEX[parameter.base],
    secondBaseIndex: parameter.secondBase === undefined ? 0 : BASE_INDEX[parameter.secondBase],
    rate: planRate(rateE7, shared, parameter),
    secondRateE7,
    secondNumerator: secondRateE7 / shared,
    divisor: RATE_E7 / shared,
    reduced: planRate(reduced.rateE7, shared, reduced),
    reducedLimit,
    baseBefore,
    wasReduced: reducedLimit !== undefined && isWithin(reducedLimit, rule.baseBefore, rule.wageBefore),
    isTaxable: parameter.isTaxable === true,
  };
}

/** A rate over a divisor from which `shared` is already taken out. */
export function planRate(rateE7: number, shared: number, legal: LegalSource): PlannedRate {
  return { rateE7, numerator: rateE7 / shared, source: legal.source, since: legal.since };
}

/** The rate of the line's first slice for these bases. */
export function selectRate(line: LinePlan, bases: Float64Array): PlannedRate {
  if (line.reducedLimit === undefined) return line.rate;
  const isReduced = isWithin(line.reducedLimit, bases[CUMULATED_INDEX] ?? 0, bases[WAGE_INDEX] ?? 0);
  return isReduced ? line.reduced : line.rate;
}

function limitOf({ baseFactor, wageFactor, isInclusive }: ReducedLimit, percent: number): ReducedLimit {
  return { baseFactor: baseFactor * 100, wageFactor: wageFactor * percent, isInclusive };
}

function isWithin({ baseFactor, wageFactor, isInclusive }: ReducedLimit, base: number, wageParts: number): boolean {
  const [pay, limit] = [base * baseFactor, wageParts * wageFactor];
  return isInclusive ? pay <= limit : pay < limit;
}

/**
 * The base of the line's second rate. Where the year gains or loses a reduced rate, the months before owe or get back the
 * difference of the two rates on all their base.
 */
export function selectSecondBase(line: LinePlan, rate: PlannedRate, bases: Float64Array): number {
  if (line.baseBefore === 0) return bases[line.secondBaseIndex] ?? 0;
  const isReduced = rate === line.reduced;
  if (isReduced === line.wasReduced) return 0;
  return isReduced ? -line.baseBefore : line.baseBefore;
}

/** Amount of the line in cents: base × rate + second base × second rate (bases in 1 ÷ scale of a cent), rounded half up once. */
export function computeLineAmount(line: LinePlan, rate: PlannedRate, bases: Float64Array, scale: number): number {
  const first = (bases[line.baseIndex] ?? 0) * rate.numerator;
  const second = selectSecondBase(line, rate, bases) * line.secondNumerator;
  return roundSigned(first + second, line.divisor * scale);
}
