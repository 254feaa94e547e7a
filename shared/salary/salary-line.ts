/** Who bears a contribution. */
export type SalarySide = 'employer' | 'employee';

/**
 * The contributions of a French payslip. French acronyms stay where no exact English term exists: FNAL (housing aid fund),
 * CEG and CET (balance contributions of the supplementary pension), APEC (employment of cadres), PEEC (housing effort),
 * CSG and CRDS (social levies), forfait social (levy on employer welfare contributions).
 */
export type SalaryLineCode =
  | 'health'
  | 'cappedOldAge'
  | 'uncappedOldAge'
  | 'familyAllowances'
  | 'workAccident'
  | 'fnal'
  | 'solidarityAutonomy'
  | 'unemployment'
  | 'wageGuarantee'
  | 'supplementaryPension'
  | 'ceg'
  | 'cet'
  | 'apec'
  | 'socialDialogue'
  | 'vocationalTraining'
  | 'apprenticeshipTax'
  | 'apprenticeshipTaxBalance'
  | 'apprenticeshipSurcharge'
  | 'peec'
  | 'mobilityLevy'
  | 'cadreWelfare'
  | 'forfaitSocial'
  | 'healthCover'
  | 'csgDeductible'
  | 'csgNonDeductible'
  | 'crds'
  | 'generalReduction';

/** What rates are counted in: 1e-7, so 1 % = 100,000 and 98.25 % of the CRDS (0.49125 %) is still an integer. */
export const RATE_E7 = 10_000_000;

/**
 * One line of the payslip: `amountCents = baseCents × rateE7 + secondBaseCents × secondRateE7`, rates in 1e-7.
 *
 * The second slice is the pay above the ceiling for two-slice contributions (supplementary pension, CEG), the part
 * without the 1.75 % allowance for CSG and CRDS, the health cover for the forfait social; zero elsewhere.
 * The amount is rounded half up to the cent from the exact bases; the two bases given here are rounded to the cent
 * (a part-time ceiling is a fraction of a cent), so the product of the shown figures may differ by one cent.
 */
export interface SalaryLine {
  readonly code: SalaryLineCode;
  readonly side: SalarySide;
  readonly baseCents: number;
  readonly rateE7: number;
  readonly secondBaseCents: number;
  readonly secondRateE7: number;
  /** Negative for the general reduction. */
  readonly amountCents: number;
  /** The text that sets the rate. */
  readonly source: string;
  /** The day from which that rate applies, `YYYY-MM-DD`. */
  readonly since: string;
}
