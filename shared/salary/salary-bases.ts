import type { Fraction } from './exact-fraction.ts';
import { findCrossing } from './find-crossing.ts';
import type { SalaryBase } from './payroll-parameters.ts';

/**
 * What the bases of one contract are cut from. Amounts are exact integers in `1 ÷ scale` of a cent: the scale is chosen
 * so that the part-time ceiling (sevenths or twenty-firsts of a cent) and 1.5 % of gross are integers.
 *
 * Amounts are those of the year to date with the month; of the month alone when nothing is regularised.
 */
export interface BasePlan {
  readonly scale: number;
  /** Gross of the months before. */
  readonly grossBefore: number;
  /** Prorated ceiling. */
  readonly ceiling: number;
  /** Ceiling without proration, once for each month as a cadre. */
  readonly cadreCeiling: number;
  /** Gross of the months before as a cadre. */
  readonly cadreGrossBefore: number;
  readonly isCadre: boolean;
  readonly cadreWelfareRate: Fraction;
  /** The employer's share of the health cover, and the welfare lines of the months before. */
  readonly fixedWelfare: number;
  /** Whether the employer's welfare contributions can exceed the exempt limit at all. */
  readonly canExceedExemption: boolean;
  readonly exemptionFixed: number;
  readonly exemptionGrossRate: Fraction;
  readonly exemptionMaximum: number;
  /** The bases of the months before, to be taken off; zeros when nothing is regularised. */
  readonly before: Float64Array;
}

/** Where each base stands in the array that {@link computeBases} fills; 0 is a base that is always zero. */
export const BASE_INDEX: Readonly<Record<SalaryBase, number>> = {
  all: 1,
  upToCeiling: 2,
  fromOneToEightCeilings: 3,
  upToFourCeilings: 4,
  upToEightOnceAboveCeiling: 5,
  grossUpToFourCeilings: 6,
  csgWithoutAllowance: 7,
  cadreWelfare: 8,
  healthCoverEmployer: 9,
};

/** Where the contribution base of the year to date stands, after the bases of the month; equal to `all` when nothing is regularised. */
export const CUMULATED_INDEX = 10;

/** Where the gross and its slices stand, for extra lines. */
export const EXTRA_INDEX = { fixed: 0, gross: 11, upToCeiling: 12, fromOneToEightCeilings: 13 } as const;

/** Where the minimum wage of the year so far with the month stands, in 1/5,400 of a cent. */
export const WAGE_INDEX = 14;

/** Length of the array of bases. */
export const BASE_COUNT = 15;

/**
 * Fills `bases` (in 1 ÷ scale of a cent) for a gross pay and the employer's welfare lines, both in cents.
 * With months before, each base is that of the year to date less that of the months before, and may be negative.
 */
export function computeBases(plan: BasePlan, grossCents: number, welfareCents: number, bases: Float64Array): void {
  const { scale, ceiling, cadreWelfareRate } = plan;
  const paid = grossCents * scale;
  const gross = plan.grossBefore + paid;
  const cadreGross = plan.cadreGrossBefore + (plan.isCadre ? paid : 0);
  const cadreBase = Math.min(cadreGross, plan.cadreCeiling);
  const cadreWelfare = (cadreBase * cadreWelfareRate.numerator) / cadreWelfareRate.denominator;
  const ownWelfare = plan.fixedWelfare + welfareCents * scale;
  const all = gross + (plan.canExceedExemption ? computeExcess(plan, gross, ownWelfare + cadreWelfare) : 0);
  const upToCeiling = Math.min(all, ceiling);
  const upToEight = Math.min(all, 8 * ceiling);
  const grossUpToFour = Math.min(gross, 4 * ceiling);
  bases[1] = all;
  bases[2] = upToCeiling;
  bases[3] = upToEight - upToCeiling;
  bases[4] = Math.min(all, 4 * ceiling);
  bases[5] = all > ceiling ? upToEight : 0;
  bases[6] = grossUpToFour;
  bases[7] = gross - grossUpToFour + ownWelfare + cadreWelfare;
  bases[8] = cadreBase;
  bases[9] = ownWelfare;
  bases[CUMULATED_INDEX] = all;
  takeOffBefore(plan, bases, 1, CUMULATED_INDEX);
}

/** Employer welfare contributions above the exempt limit, which are pay like any other. */
function computeExcess(plan: BasePlan, gross: number, welfare: number): number {
  const { exemptionFixed, exemptionGrossRate, exemptionMaximum } = plan;
  const share = (gross * exemptionGrossRate.numerator) / exemptionGrossRate.denominator;
  return Math.max(0, welfare - Math.min(exemptionFixed + share, exemptionMaximum));
}

/** Fills only the gross and its slices, of the month: the bases of extra lines. */
export function computeGrossSlices(plan: BasePlan, grossCents: number, bases: Float64Array): void {
  const gross = plan.grossBefore + grossCents * plan.scale;
  const upToCeiling = Math.min(gross, plan.ceiling);
  bases[11] = gross;
  bases[12] = upToCeiling;
  bases[13] = Math.min(gross, 8 * plan.ceiling) - upToCeiling;
  takeOffBefore(plan, bases, 11, WAGE_INDEX);
}

function takeOffBefore({ before }: BasePlan, bases: Float64Array, first: number, end: number): void {
  for (let index = first; index < end; index += 1) bases[index] = (bases[index] ?? 0) - (before[index] ?? 0);
}

/**
 * The largest gross in cents whose contribution base (of the year to date, by `cumulatedBaseOf`) is not above the ceiling,
 * the point where CET starts; −1 when the months before or the welfare contributions alone pass it.
 */
export function findLastGrossWithinCeiling(plan: BasePlan, cumulatedBaseOf: (grossCents: number) => number): number {
  const beyond = Math.floor((plan.ceiling - plan.grossBefore) / plan.scale) + 1;
  if (beyond > 0 && !plan.canExceedExemption) return beyond - 1;
  if (beyond <= 0 || cumulatedBaseOf(0) > plan.ceiling) return -1;
  return findCrossing(cumulatedBaseOf, plan.ceiling + 1, 0, beyond) - 1;
}
