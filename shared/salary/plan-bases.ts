import { leastCommonMultiple, reduceFraction } from './exact-fraction.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { BasePlan } from './salary-bases.ts';
import { BASE_COUNT, computeBases, computeGrossSlices } from './salary-bases.ts';
import { RATE_E7 } from './salary-line.ts';
import { limitOf } from './welfare-limit.ts';
import type { MonthWage } from './month-measure.ts';
import { CEILING_PARTS } from './month-measure.ts';
import type { YearSoFar } from './year-so-far.ts';

/** The months before, and with them what the month adds, but for its gross and its extra lines. */
export interface YearAround {
  readonly before: YearSoFar;
  readonly now: YearSoFar;
  /** Ceiling of the month alone, in 1/21 of a cent. */
  readonly ceilingParts: number;
  /** Minimum wages of the months before, as they count now. */
  readonly wageBefore: number;
  /** Minimum wage of the month; what follows gross is not in `now`. */
  readonly wage: MonthWage;
  readonly isCadre: boolean;
}

/** The bases of no months: zeros, never written. */
const NO_BASES = new Float64Array(BASE_COUNT);

/**
 * Compiles the bases of a month, on top of the months before when the year is regularised. `hasExtras`: whether extra
 * lines may add welfare.
 */
export function planBases(year: YearAround, parameters: PayrollParameters, hasExtras: boolean): BasePlan {
  const { before, now, isCadre } = year;
  const ceilingCents = parameters.socialSecurityCeilingEuros.value * 100;
  const limit = limitOf(parameters.welfareExemption, ceilingCents);
  const cadreWelfareRate = reduceFraction(parameters.cadreWelfareRateE7.value, RATE_E7);
  const exemptionGrossRate = reduceFraction(parameters.welfareExemption.grossRateE7, RATE_E7);
  const largestCadreWelfare =
    (now.cadreMonths * ceilingCents * cadreWelfareRate.numerator) / cadreWelfareRate.denominator;
  const canExceedExemption =
    before.months > 0 ||
    hasExtras ||
    now.healthCoverEmployerCents + now.welfareCents + largestCadreWelfare > limit.fixedCents;
  const ceilingOf = (sum: YearSoFar) => reduceFraction(sum.ceilingParts, CEILING_PARTS);
  const scale = leastCommonMultiple(
    ceilingOf(before).denominator,
    ceilingOf(now).denominator,
    now.cadreMonths > 0 ? cadreWelfareRate.denominator : 1,
    canExceedExemption ? exemptionGrossRate.denominator : 1,
  );
  const compile = (sum: YearSoFar, isCadreNow: boolean, basesBefore: Float64Array): BasePlan => ({
    scale,
    grossBefore: sum.grossCents * scale,
    // The denominator of the ceiling divides the scale, so that this is exact.
    ceiling: (sum.ceilingParts * scale) / CEILING_PARTS,
    cadreCeiling: sum.cadreMonths * ceilingCents * scale,
    cadreGrossBefore: sum.cadreGrossCents * scale,
    isCadre: isCadreNow,
    cadreWelfareRate,
    fixedWelfare: (sum.healthCoverEmployerCents + sum.welfareCents) * scale,
    canExceedExemption,
    exemptionFixed: sum.months * limit.fixedCents * scale,
    exemptionGrossRate,
    exemptionMaximum: sum.months * limit.maximumCents * scale,
    before: basesBefore,
  });
  if (before.months === 0) return compile(now, isCadre, NO_BASES);
  const basesBefore = new Float64Array(BASE_COUNT);
  const planBefore = compile(before, false, NO_BASES);
  computeGrossSlices(planBefore, 0, basesBefore);
  computeBases(planBefore, 0, 0, basesBefore);
  return compile(now, isCadre, basesBefore);
}
