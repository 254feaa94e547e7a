import { greatestCommonDivisor } from './exact-fraction.ts';
import type { ContributionParameter, LegalSource } from './payroll-parameters.ts';
import { roundProduct } from './round-product.ts';
import { BASE_INDEX } from './salary-bases.ts';
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
  /** Common denominator of the rates × scale of the bases. */
  readonly divisor: number;
  /** The rate below `reducedBelow` (a contribution base in 1 ÷ scale of a cent); `reducedBelow` is 0 without one. */
  readonly reducedBelow: number;
  readonly reduced: PlannedRate;
  readonly isTaxable: boolean;
}

/** A rate as shown (1e-7) and as multiplied (over the line's divisor), with its source. */
export interface PlannedRate {
  readonly rateE7: number;
  readonly numerator: number;
  readonly source: string;
  readonly since: string;
}

/** Builds the plan of a line; `rateE7` may come from the input, `reducedBelow` is already in the scale of the bases. */
export function planLine(
  parameter: ContributionParameter,
  rateE7: number,
  scale: number,
  reducedBelow: number,
): LinePlan {
  const secondRateE7 = parameter.secondRateE7 ?? 0;
  const reduced = parameter.reduced ?? { rateE7, source: parameter.source, since: parameter.since };
  const shared = greatestCommonDivisor(rateE7, secondRateE7, reduced.rateE7, RATE_E7);
  return {
    code: parameter.code,
    side: parameter.side,
    baseIndex: BASE_INDEX[parameter.base],
    secondBaseIndex: parameter.secondBase === undefined ? 0 : BASE_INDEX[parameter.secondBase],
    rate: planRate(rateE7, shared, parameter),
    secondRateE7,
    secondNumerator: secondRateE7 / shared,
    divisor: (RATE_E7 / shared) * scale,
    reducedBelow,
    reduced: planRate(reduced.rateE7, shared, reduced),
    isTaxable: parameter.isTaxable === true,
  };
}

function planRate(rateE7: number, shared: number, legal: LegalSource): PlannedRate {
  return { rateE7, numerator: rateE7 / shared, source: legal.source, since: legal.since };
}

/** The rate of the line's first slice for these bases. */
export function selectRate(line: LinePlan, bases: Float64Array): PlannedRate {
  return (bases[BASE_INDEX.all] ?? 0) < line.reducedBelow ? line.reduced : line.rate;
}

/** Amount of the line in cents: base × rate + second base × second rate, rounded half up once. */
export function computeLineAmount(line: LinePlan, rate: PlannedRate, bases: Float64Array): number {
  const first = (bases[line.baseIndex] ?? 0) * rate.numerator;
  const second = (bases[line.secondBaseIndex] ?? 0) * line.secondNumerator;
  return roundProduct(first + second, line.divisor);
}
