import type { Fraction } from './exact-fraction.ts';
import type { SalaryBase } from './payroll-parameters.ts';

/**
 * What the bases of one contract are cut from. Amounts are exact integers in `1 ÷ scale` of a cent: the scale is chosen
 * so that the part-time ceiling (sevenths or twenty-firsts of a cent) and 1.5 % of gross are integers.
 */
export interface BasePlan {
  readonly scale: number;
  /** Prorated ceiling. */
  readonly ceiling: number;
  /** Ceiling without proration. */
  readonly fullCeiling: number;
  readonly healthCoverEmployer: number;
  readonly isCadre: boolean;
  readonly cadreWelfareRate: Fraction;
  /** Whether the employer's welfare contributions can exceed the exempt limit at all. */
  readonly canExceedExemption: boolean;
  readonly exemptionFixed: number;
  readonly exemptionGrossRate: Fraction;
  readonly exemptionMaximum: number;
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

/** Length of the array of bases. */
export const BASE_COUNT = 10;

/** Fills `bases` (in 1 ÷ scale of a cent) for a gross pay in cents. */
export function computeBases(plan: BasePlan, grossCents: number, bases: Float64Array): void {
  const gross = grossCents * plan.scale;
  const cadreBase = plan.isCadre ? Math.min(gross, plan.fullCeiling) : 0;
  const cadreWelfare = (cadreBase * plan.cadreWelfareRate.numerator) / plan.cadreWelfareRate.denominator;
  const all =
    gross + (plan.canExceedExemption ? computeExcess(plan, gross, plan.healthCoverEmployer + cadreWelfare) : 0);
  const upToCeiling = Math.min(all, plan.ceiling);
  const upToEight = Math.min(all, 8 * plan.ceiling);
  const grossUpToFour = Math.min(gross, 4 * plan.ceiling);
  bases[1] = all;
  bases[2] = upToCeiling;
  bases[3] = upToEight - upToCeiling;
  bases[4] = Math.min(all, 4 * plan.ceiling);
  bases[5] = all > plan.ceiling ? upToEight : 0;
  bases[6] = grossUpToFour;
  bases[7] = gross - grossUpToFour + plan.healthCoverEmployer + cadreWelfare;
  bases[8] = cadreBase;
  bases[9] = plan.healthCoverEmployer;
}

/** Employer welfare contributions above the exempt limit, which are pay like any other. */
function computeExcess(plan: BasePlan, gross: number, welfare: number): number {
  const share = (gross * plan.exemptionGrossRate.numerator) / plan.exemptionGrossRate.denominator;
  return Math.max(0, welfare - Math.min(plan.exemptionFixed + share, plan.exemptionMaximum));
}

/**
 * The largest gross in cents whose contribution base is not above the ceiling, the point where CET starts;
 * −1 when the welfare contributions alone pass it.
 */
export function findLastGrossWithinCeiling(plan: BasePlan): number {
  const bases = new Float64Array(BASE_COUNT);
  let within = -1;
  let beyond = Math.floor(plan.ceiling / plan.scale) + 1;
  if (!plan.canExceedExemption) return beyond - 1;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    computeBases(plan, middle, bases);
    if ((bases[BASE_INDEX.all] ?? 0) <= plan.ceiling) within = middle;
    else beyond = middle;
  }
  return within;
}
