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

/** The code of one of the cooperative's own lines. */
export type ExtraLineCode = `x-${string}`;

/** What rates are counted in: 1e-7, so 1 % = 100,000 and 98.25 % of the CRDS (0.49125 %) is still an integer. */
export const RATE_E7 = 10_000_000;

/**
 * One line of the payslip: `amountCents = baseCents × rateE7 + secondBaseCents × secondRateE7`, rates in 1e-7.
 *
 * The second slice is the pay above the ceiling for two-slice contributions (supplementary pension, CEG), the part
 * without the 1.75 % allowance for CSG and CRDS, the employer's health cover and welfare lines for the forfait social; zero elsewhere.
 * With a year to date the bases are those of the year less those of the months before, so they can be negative; a reduced
 * rate that the year gains or loses applies to the base of the months before as the second slice.
 * The amount is rounded half up to the cent from the exact bases; the two bases given here are rounded to the cent
 * (a part-time ceiling is a fraction of a cent), so the product of the shown figures may differ by one cent.
 */
export interface SalaryLine {
  readonly code: SalaryLineCode | ExtraLineCode;
  /** What the cooperative calls an extra line; contributions of the law are named by their code. */
  readonly label?: string;
  readonly side: SalarySide;
  readonly baseCents: number;
  readonly rateE7: number;
  readonly secondBaseCents: number;
  readonly secondRateE7: number;
  /** Negative for the general reduction, and where the year so far paid more than was due. */
  readonly amountCents: number;
  /** Of the general reduction regularised over the year: what was granted before; amount = already − base × rate. */
  readonly alreadyCents?: number;
  /** The text that sets the rate. */
  readonly source: string;
  /** The day from which that rate applies, `YYYY-MM-DD`. */
  readonly since: string;
}

/** Builds a line; the second slice is zero unless given. */
export function buildLine(
  code: SalaryLine['code'],
  side: SalarySide,
  baseCents: number,
  rateE7: number,
  amountCents: number,
  { source, since }: Pick<SalaryLine, 'source' | 'since'>,
  secondBaseCents = 0,
  secondRateE7 = 0,
): SalaryLine {
  return { code, side, baseCents, rateE7, secondBaseCents, secondRateE7, amountCents, source, since };
}
