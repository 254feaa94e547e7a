import type { SalaryLineCode, SalarySide } from './salary-line.ts';

/** Where a value comes from: the text and the day from which the value applies (`YYYY-MM-DD`). */
export interface LegalSource {
  readonly source: string;
  readonly since: string;
}

/** One dated value of the payroll; its unit is in the name of the member that holds it. */
export interface DatedValue extends LegalSource {
  readonly value: number;
}

/**
 * What a rate applies to; with a year to date, what the year gains over the months before. "Ceiling" is the monthly social security ceiling, prorated for part time unless said.
 * - `all`: contribution base (gross + employer welfare contributions above the exempt limit)
 * - `upToCeiling`, `fromOneToEightCeilings`, `upToFourCeilings`: slices of that base
 * - `upToEightOnceAboveCeiling`: the whole base up to 8 ceilings, nothing while the base is not above one ceiling
 * - `grossUpToFourCeilings`: gross that has the allowance of the CSG
 * - `csgWithoutAllowance`: gross above four ceilings + all the employer's welfare (health cover, cadre welfare, welfare lines)
 * - `cadreWelfare`: gross of a cadre up to the ceiling, which is not prorated here; zero for others
 * - `healthCoverEmployer`: the employer's share of the health cover, and the employer's welfare lines
 */
export type SalaryBase =
  | 'all'
  | 'upToCeiling'
  | 'fromOneToEightCeilings'
  | 'upToFourCeilings'
  | 'upToEightOnceAboveCeiling'
  | 'grossUpToFourCeilings'
  | 'csgWithoutAllowance'
  | 'cadreWelfare'
  | 'healthCoverEmployer';

/** One contribution: what it applies to, at which rate (1e-7), for whom. */
export interface ContributionParameter extends LegalSource {
  readonly code: SalaryLineCode;
  readonly side: SalarySide;
  readonly base: SalaryBase;
  readonly rateE7: number;
  readonly secondBase?: SalaryBase;
  readonly secondRateE7?: number;
  /** The rate comes from the input instead of `rateE7`; `rateE7` is then the lowest rate the law allows. */
  readonly rateInput?: 'atmpRatePpm' | 'transportRatePpm';
  /** A lower rate while the contribution base is under a multiple of the minimum wage (2.25 times = 225). */
  readonly reduced?: LegalSource & { readonly rateE7: number; readonly belowMinimumWagePercent: number };
  /** Only from this headcount. */
  readonly headcountFrom?: number;
  /** Only under this headcount. */
  readonly headcountBelow?: number;
  readonly isCadreOnly?: boolean;
  /** The amount is part of the taxable net (non-deductible CSG, CRDS). */
  readonly isTaxable?: boolean;
}

/**
 * The general reduction of employer contributions. Coefficients in 1e-4, limit in tenths of the minimum wage.
 * - `linear` (to 2025): T ÷ (limit − 1) × (limit × minimum wage ÷ base − 1), between 0 and T
 * - `degressive` (from 2026): minimum + delta × [½ × (limit × minimum wage ÷ base − 1)]^1.75, at most minimum + delta,
 *   and nothing from the limit on (½ stands for 1 ÷ (limit − 1) with a limit of three minimum wages)
 */
export interface ReductionParameter extends LegalSource {
  readonly kind: 'linear' | 'degressive';
  readonly limitTenths: number;
  readonly minimumE4: number;
  /** T, or the delta of the degressive formula, under 50 employees and from 50. */
  readonly deltaBelow50E4: number;
  readonly deltaFrom50E4: number;
}

/** Limits on welfare contributions, in percent of the ceiling (not prorated) and of gross. */
export interface WelfareLimit extends LegalSource {
  readonly ceilingPercent: number;
  readonly grossRateE7: number;
  readonly maximumCeilingPercent: number;
}

/** Everything dated that the payroll needs, valid for the months `from` to `until`, both included. */
export interface PayrollParameters {
  /** First month, also the name of the version. */
  readonly from: string;
  /** Last month: nothing is ever computed beyond it. */
  readonly until: string;
  /** Name of these rules in proofs; the last number grows when the computation itself changes. */
  readonly ruleVersion: string;
  readonly socialSecurityCeilingEuros: DatedValue;
  readonly minimumWageHourlyCents: DatedValue;
  /** The minimum wage the general reduction and the reduced rates count with. */
  readonly reductionMinimumWageHourlyCents: DatedValue;
  readonly cadreWelfareRateE7: DatedValue;
  /** Employer welfare contributions above this limit are pay. */
  readonly welfareExemption: WelfareLimit;
  /** Welfare contributions above this limit are taxable. */
  readonly welfareTaxDeduction: WelfareLimit;
  readonly healthCover: LegalSource;
  readonly reduction: ReductionParameter;
  readonly contributions: readonly ContributionParameter[];
}
