import type { SalaryLine } from './salary-line.ts';

/** Totals of a payslip, in cents, added up from its rounded lines. */
export interface SalaryTotals {
  /** Employer lines including the (negative) general reduction. */
  readonly employerContributionsCents: number;
  readonly employeeContributionsCents: number;
  /** Gross − employee contributions; negative when a small gross does not cover the employee's health cover. */
  readonly netBeforeTaxCents: number;
  /**
   * Net before tax + non-deductible CSG + CRDS + the employer's health cover + welfare contributions above the deduction
   * limit (CGI art. 83, 1° quater, since 2013). The employer's cadre welfare is not taxable within that limit. What is withheld by extra lines that are not welfare stays taxable.
   */
  readonly taxableNetCents: number;
  /**
   * Montant net social: gross − compulsory social contributions of the employee − CSG and CRDS (arrêté du 31 janvier 2023;
   * BOSS, bulletin de paie, montant net social, II). The employee's share of the compulsory health cover is deducted, the
   * employer's is not added. It equals the net before tax as long as the pay holds nothing but gross.
   */
  readonly socialNetCents: number;
  /** Gross + employer contributions: what the pay costs the activity. */
  readonly totalCostCents: number;
  /** Coefficient of the general reduction, in 1e-4. */
  readonly reductionCoefficientE4: number;
}

/** A month's pay with every line. Lines that come to zero are left out. */
export interface SalaryComputation {
  /** `YYYY-MM`. */
  readonly period: string;
  /** Version of the parameters and of the computation, for example `salary-2026-01.1`. */
  readonly ruleVersion: string;
  readonly grossCents: number;
  /** The minimum wage the general reduction counted with. */
  readonly reductionMinimumWageHourlyCents: number;
  /** Ceiling and minimum wage of this month alone, in 1/21 and 1/5,400 of a cent: the next months of the year need them. */
  readonly measure: { readonly ceilingParts: number; readonly wageParts: number };
  /** Employer lines, then employee lines. */
  readonly lines: readonly SalaryLine[];
  readonly totals: SalaryTotals;
}
