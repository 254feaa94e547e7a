import type { ContributionParameter, DatedValue, LegalSource, WelfareLimit } from './payroll-parameters.ts';

const AGIRC_ARRCO = { source: 'ANI AGIRC-ARRCO du 17 novembre 2017, art. 35 à 38', since: '2019-01-01' };
const FNAL = { source: 'CCH art. L813-4 et L813-5', since: '2020-01-01' };
const TRAINING = { source: 'Code du travail art. L6331-1 et L6331-3', since: '2019-01-01' };
const APPRENTICESHIP = { source: 'Code du travail art. L6241-2', since: '2022-01-01' };

/** Share of gross that bears CSG and CRDS up to four ceilings, in 1e-4 (CSS art. L136-2, since 2012). */
const CSG_SHARE_E4 = 9825;

/** A line of CSG or CRDS: 98.25 % of the rate on gross up to four ceilings, the whole rate on the rest. */
function csgLine(
  code: 'csgDeductible' | 'csgNonDeductible' | 'crds',
  rateE7: number,
  legal: LegalSource & { readonly isTaxable: boolean },
): ContributionParameter {
  return {
    code,
    side: 'employee',
    base: 'grossUpToFourCeilings',
    rateE7: (rateE7 * CSG_SHARE_E4) / 10_000,
    secondBase: 'csgWithoutAllowance',
    secondRateE7: rateE7,
    ...legal,
  };
}

/** Cadre welfare: 1.5 % of pay up to the ceiling, borne by the employer. */
export const CADRE_WELFARE_RATE: DatedValue = {
  value: 150_000,
  source: 'ANI prévoyance des cadres du 17 novembre 2017, art. 1',
  since: '2019-01-01',
};

const FORFAIT_SOCIAL_RATE_E7 = 800_000;

/** Employer welfare contributions are exempt up to 6 % of the ceiling + 1.5 % of gross, at most 12 % of the ceiling. */
export const WELFARE_EXEMPTION: WelfareLimit = {
  ceilingPercent: 6,
  grossRateE7: 150_000,
  maximumCeilingPercent: 12,
  source: 'CSS art. L242-1 et D242-1',
  since: '2005-01-01',
};

/** Welfare contributions are deducted from taxable pay up to 5 % of the ceiling + 2 % of gross, at most 2 % of 8 ceilings. */
export const WELFARE_TAX_DEDUCTION: WelfareLimit = {
  ceilingPercent: 5,
  grossRateE7: 200_000,
  maximumCeilingPercent: 16,
  source: 'CGI art. 83, 1° quater ; BOI-RSA-BASE-30-10-20 § 120',
  since: '2013-01-01',
};

/** Health cover of all employees, at least half borne by the employer. */
export const HEALTH_COVER: LegalSource = { source: 'CSS art. L911-7', since: '2016-01-01' };

/** Health insurance, full rate. */
export const HEALTH: ContributionParameter = {
  code: 'health',
  side: 'employer',
  base: 'all',
  rateE7: 1_300_000,
  source: 'CSS art. L241-2 et D242-3',
  since: '2018-01-01',
};

/** Old age up to the ceiling, employer. */
export const CAPPED_OLD_AGE: ContributionParameter = {
  code: 'cappedOldAge',
  side: 'employer',
  base: 'upToCeiling',
  rateE7: 855_000,
  source: 'CSS art. D242-4',
  since: '2016-01-01',
};

/** Family allowances, full rate. */
export const FAMILY_ALLOWANCES: ContributionParameter = {
  code: 'familyAllowances',
  side: 'employer',
  base: 'all',
  rateE7: 525_000,
  source: 'CSS art. L241-6 et D241-3-1',
  since: '2014-01-01',
};

/** Solidarity contribution for autonomy. */
export const SOLIDARITY_AUTONOMY: ContributionParameter = {
  code: 'solidarityAutonomy',
  side: 'employer',
  base: 'all',
  rateE7: 30_000,
  source: 'CSS art. L137-40 et L137-41',
  since: '2004-07-01',
};

/** Employer contributions that are the same in all versions so far, from unemployment insurance on. */
export const COMMON_EMPLOYER_CONTRIBUTIONS: readonly ContributionParameter[] = [
  {
    code: 'wageGuarantee',
    side: 'employer',
    base: 'upToFourCeilings',
    rateE7: 25_000,
    source: 'Code du travail art. L3253-18 ; décision du conseil d’administration de l’AGS',
    since: '2024-07-01',
  },
  {
    code: 'supplementaryPension',
    side: 'employer',
    base: 'upToCeiling',
    rateE7: 472_000,
    secondBase: 'fromOneToEightCeilings',
    secondRateE7: 1_295_000,
    ...AGIRC_ARRCO,
  },
  {
    code: 'ceg',
    side: 'employer',
    base: 'upToCeiling',
    rateE7: 129_000,
    secondBase: 'fromOneToEightCeilings',
    secondRateE7: 162_000,
    ...AGIRC_ARRCO,
  },
  { code: 'cet', side: 'employer', base: 'upToEightOnceAboveCeiling', rateE7: 21_000, ...AGIRC_ARRCO },
  {
    code: 'apec',
    side: 'employer',
    base: 'upToFourCeilings',
    rateE7: 3_600,
    isCadreOnly: true,
    ...AGIRC_ARRCO,
  },
  {
    code: 'socialDialogue',
    side: 'employer',
    base: 'all',
    rateE7: 1_600,
    source: 'Code du travail art. L2135-10 et D2135-34',
    since: '2015-01-01',
  },
  { code: 'vocationalTraining', side: 'employer', base: 'all', rateE7: 55_000, headcountBelow: 11, ...TRAINING },
  { code: 'vocationalTraining', side: 'employer', base: 'all', rateE7: 100_000, headcountFrom: 11, ...TRAINING },
  { code: 'apprenticeshipTax', side: 'employer', base: 'all', rateE7: 59_000, ...APPRENTICESHIP },
  { code: 'apprenticeshipTaxBalance', side: 'employer', base: 'all', rateE7: 9_000, ...APPRENTICESHIP },
  {
    code: 'apprenticeshipSurcharge',
    side: 'employer',
    base: 'all',
    rateE7: 40_000,
    headcountFrom: 250,
    source: 'Code du travail art. L6242-1 (aucun alternant)',
    since: '2022-01-01',
  },
  { code: 'fnal', side: 'employer', base: 'upToCeiling', rateE7: 10_000, headcountBelow: 50, ...FNAL },
  { code: 'fnal', side: 'employer', base: 'all', rateE7: 50_000, headcountFrom: 50, ...FNAL },
  {
    code: 'peec',
    side: 'employer',
    base: 'all',
    rateE7: 45_000,
    headcountFrom: 50,
    source: 'CCH art. L313-1',
    since: '2020-01-01',
  },
  {
    code: 'mobilityLevy',
    side: 'employer',
    base: 'all',
    rateE7: 0,
    rateInput: 'transportRatePpm',
    headcountFrom: 11,
    source: 'CGCT art. L2333-64 ; taux de la commune du lieu de travail',
    since: '2016-01-01',
  },
  {
    code: 'cadreWelfare',
    side: 'employer',
    base: 'cadreWelfare',
    rateE7: CADRE_WELFARE_RATE.value,
    isCadreOnly: true,
    source: CADRE_WELFARE_RATE.source,
    since: CADRE_WELFARE_RATE.since,
  },
  {
    code: 'forfaitSocial',
    side: 'employer',
    base: 'cadreWelfare',
    rateE7: (FORFAIT_SOCIAL_RATE_E7 * CADRE_WELFARE_RATE.value) / 10_000_000,
    secondBase: 'healthCoverEmployer',
    secondRateE7: FORFAIT_SOCIAL_RATE_E7,
    headcountFrom: 11,
    source: 'CSS art. L137-15 et L137-16',
    since: '2016-01-01',
  },
];

/** Employee contributions, the same in all versions so far. */
export const COMMON_EMPLOYEE_CONTRIBUTIONS: readonly ContributionParameter[] = [
  {
    code: 'cappedOldAge',
    side: 'employee',
    base: 'upToCeiling',
    rateE7: 690_000,
    source: 'CSS art. D242-4',
    since: '2016-01-01',
  },
  {
    code: 'uncappedOldAge',
    side: 'employee',
    base: 'all',
    rateE7: 40_000,
    source: 'CSS art. D242-4',
    since: '2017-01-01',
  },
  {
    code: 'supplementaryPension',
    side: 'employee',
    base: 'upToCeiling',
    rateE7: 315_000,
    secondBase: 'fromOneToEightCeilings',
    secondRateE7: 864_000,
    ...AGIRC_ARRCO,
  },
  {
    code: 'ceg',
    side: 'employee',
    base: 'upToCeiling',
    rateE7: 86_000,
    secondBase: 'fromOneToEightCeilings',
    secondRateE7: 108_000,
    ...AGIRC_ARRCO,
  },
  { code: 'cet', side: 'employee', base: 'upToEightOnceAboveCeiling', rateE7: 14_000, ...AGIRC_ARRCO },
  {
    code: 'apec',
    side: 'employee',
    base: 'upToFourCeilings',
    rateE7: 2_400,
    isCadreOnly: true,
    ...AGIRC_ARRCO,
  },
  csgLine('csgDeductible', 680_000, { source: 'CSS art. L136-2 et L136-8', since: '2018-01-01', isTaxable: false }),
  csgLine('csgNonDeductible', 240_000, { source: 'CSS art. L136-2 et L136-8', since: '2018-01-01', isTaxable: true }),
  csgLine('crds', 50_000, {
    source: 'Ordonnance n° 96-50 du 24 janvier 1996, art. 14 et 19',
    since: '1996-02-01',
    isTaxable: true,
  }),
];
