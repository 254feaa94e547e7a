import type {
  ContributionParameter,
  DatedValue,
  LegalSource,
  PayrollParameters,
  ReductionParameter,
  SalaryBase,
  WelfareLimit,
} from './payroll-parameters.ts';
import type { SalaryLineCode } from './salary-line.ts';

const UP_TO_CEILING = 'upToCeiling';
const UP_TO_FOUR = 'upToFourCeilings';
const UP_TO_EIGHT = 'upToEightOnceAboveCeiling';

/** What a contribution may have besides its code, base, rate and source. */
type Particulars = Omit<Partial<ContributionParameter>, 'code' | 'side' | 'base' | 'rateE7' | keyof LegalSource>;

/** Where a value comes from. */
export function legal(source: string, since: string): LegalSource {
  return { source, since };
}

/** A value with its source. */
export function dated(value: number, source: string, since: string): DatedValue {
  return { value, source, since };
}

/** Articles of the social security code. */
export function socialSecurityCode(articles: string, since: string): LegalSource {
  return legal(`CSS art. ${articles}`, since);
}

/** Articles of the labour code. */
function labourCode(articles: string, since: string): LegalSource {
  return legal(`Code du travail art. ${articles}`, since);
}

/** A contribution of the employer. */
export function employer(
  code: SalaryLineCode,
  base: SalaryBase,
  rateE7: number,
  from: LegalSource,
  particulars?: Particulars,
): ContributionParameter {
  return { code, side: 'employer', base, rateE7, ...from, ...particulars };
}

/** A contribution of the employee. */
function employee(...contribution: Parameters<typeof employer>): ContributionParameter {
  return { ...employer(...contribution), side: 'employee' };
}

const AGIRC_ARRCO = legal('ANI AGIRC-ARRCO du 17 novembre 2017, art. 35 à 38', '2019-01-01');
const FNAL = legal('CCH art. L813-4 et L813-5', '2020-01-01');
const TRAINING = labourCode('L6331-1 et L6331-3', '2019-01-01');
const APPRENTICESHIP = labourCode('L6241-2', '2022-01-01');
const CSG = socialSecurityCode('L136-2 et L136-8', '2018-01-01');
const CRDS = legal('Ordonnance n° 96-50 du 24 janvier 1996, art. 14 et 19', '1996-02-01');

/** The decree of old-age contributions, whose rates have each their own date. */
export function oldAge(since: string): LegalSource {
  return socialSecurityCode('D242-4', since);
}

/** Share of gross that bears CSG and CRDS up to four ceilings, in 1e-4 (CSS art. L136-2, since 2012). */
const CSG_SHARE_E4 = 9825;

/** A line of CSG or CRDS: 98.25 % of the rate on gross up to four ceilings, the whole rate on the rest. */
function csgLine(code: SalaryLineCode, rateE7: number, from: LegalSource, isTaxable: boolean): ContributionParameter {
  return employee(code, 'grossUpToFourCeilings', (rateE7 * CSG_SHARE_E4) / 10_000, from, {
    secondBase: 'csgWithoutAllowance',
    secondRateE7: rateE7,
    isTaxable,
  });
}

/** Rates of a contribution that has one up to the ceiling and another from there to eight ceilings. */
function above(secondRateE7: number): Particulars {
  return { secondBase: 'fromOneToEightCeilings', secondRateE7 };
}

/** Due from this headcount. */
function from(headcountFrom: number): Particulars {
  return { headcountFrom };
}

const CADRES: Particulars = { isCadreOnly: true };

const CADRE_WELFARE = legal('ANI prévoyance des cadres du 17 novembre 2017, art. 1', '2019-01-01');

/** Cadre welfare: 1.5 % of pay up to the ceiling, borne by the employer. */
const CADRE_WELFARE_RATE: DatedValue = { value: 150_000, ...CADRE_WELFARE };

const FORFAIT_SOCIAL_RATE_E7 = 800_000;

/** Employer welfare contributions are exempt up to 6 % of the ceiling + 1.5 % of gross, at most 12 % of the ceiling. */
const WELFARE_EXEMPTION: WelfareLimit = {
  ceilingPercent: 6,
  grossRateE7: 150_000,
  maximumCeilingPercent: 12,
  ...socialSecurityCode('L242-1 et D242-1', '2005-01-01'),
};

/** Welfare contributions are deducted from taxable pay up to 5 % of the ceiling + 2 % of gross, at most 2 % of 8 ceilings. */
const WELFARE_TAX_DEDUCTION: WelfareLimit = {
  ceilingPercent: 5,
  grossRateE7: 200_000,
  maximumCeilingPercent: 16,
  ...legal('CGI art. 83, 1° quater ; BOI-RSA-BASE-30-10-20 § 120', '2013-01-01'),
};

/** Limits and the health cover of all employees, at least half borne by the employer: the same in all versions so far. */
export const COMMON_WELFARE = {
  cadreWelfareRateE7: CADRE_WELFARE_RATE,
  welfareExemption: WELFARE_EXEMPTION,
  welfareTaxDeduction: WELFARE_TAX_DEDUCTION,
  healthCover: socialSecurityCode('L911-7', '2016-01-01'),
};

/** The contributions of a version: those that change from year to year, among those that are the same in all so far. */
export function contributionsOf(own: {
  /** Reduced rates of health insurance and family allowances, in 2025. */
  readonly health?: Particulars;
  readonly family?: Particulars;
  readonly uncappedOldAge: ContributionParameter;
  readonly workAccident: ContributionParameter;
  readonly unemployment: ContributionParameter;
}): readonly ContributionParameter[] {
  return [
    employer('health', 'all', 1_300_000, socialSecurityCode('L241-2 et D242-3', '2018-01-01'), own.health),
    employer('cappedOldAge', UP_TO_CEILING, 855_000, oldAge('2016-01-01')),
    own.uncappedOldAge,
    employer('familyAllowances', 'all', 525_000, socialSecurityCode('L241-6 et D241-3-1', '2014-01-01'), own.family),
    own.workAccident,
    employer('solidarityAutonomy', 'all', 30_000, socialSecurityCode('L137-40 et L137-41', '2004-07-01')),
    own.unemployment,
    ...COMMON_CONTRIBUTIONS,
  ];
}

/** From unemployment insurance on: the employer's, then the employee's. */
const COMMON_CONTRIBUTIONS: readonly ContributionParameter[] = [
  employer(
    'wageGuarantee',
    UP_TO_FOUR,
    25_000,
    labourCode('L3253-18 ; décision du conseil d’administration de l’AGS', '2024-07-01'),
  ),
  employer('supplementaryPension', UP_TO_CEILING, 472_000, AGIRC_ARRCO, above(1_295_000)),
  employer('ceg', UP_TO_CEILING, 129_000, AGIRC_ARRCO, above(162_000)),
  employer('cet', UP_TO_EIGHT, 21_000, AGIRC_ARRCO),
  employer('apec', UP_TO_FOUR, 3_600, AGIRC_ARRCO, CADRES),
  employer('socialDialogue', 'all', 1_600, labourCode('L2135-10 et D2135-34', '2015-01-01')),
  employer('vocationalTraining', 'all', 55_000, TRAINING, { headcountBelow: 11 }),
  employer('vocationalTraining', 'all', 100_000, TRAINING, from(11)),
  employer('apprenticeshipTax', 'all', 59_000, APPRENTICESHIP),
  employer('apprenticeshipTaxBalance', 'all', 9_000, APPRENTICESHIP),
  employer('apprenticeshipSurcharge', 'all', 40_000, labourCode('L6242-1 (aucun alternant)', '2022-01-01'), from(250)),
  employer('fnal', UP_TO_CEILING, 10_000, FNAL, { headcountBelow: 50 }),
  employer('fnal', 'all', 50_000, FNAL, from(50)),
  employer('peec', 'all', 45_000, legal('CCH art. L313-1', '2020-01-01'), from(50)),
  employer(
    'mobilityLevy',
    'all',
    0,
    legal('CGCT art. L2333-64 ; taux de la commune du lieu de travail', '2016-01-01'),
    { rateInput: 'transportRatePpm', headcountFrom: 11 },
  ),
  employer('cadreWelfare', 'cadreWelfare', CADRE_WELFARE_RATE.value, CADRE_WELFARE, CADRES),
  employer(
    'forfaitSocial',
    'cadreWelfare',
    (FORFAIT_SOCIAL_RATE_E7 * CADRE_WELFARE_RATE.value) / 10_000_000,
    socialSecurityCode('L137-15 et L137-16', '2016-01-01'),
    { secondBase: 'healthCoverEmployer', secondRateE7: FORFAIT_SOCIAL_RATE_E7, headcountFrom: 11 },
  ),
  employee('cappedOldAge', UP_TO_CEILING, 690_000, oldAge('2016-01-01')),
  employee('uncappedOldAge', 'all', 40_000, oldAge('2017-01-01')),
  employee('supplementaryPension', UP_TO_CEILING, 315_000, AGIRC_ARRCO, above(864_000)),
  employee('ceg', UP_TO_CEILING, 86_000, AGIRC_ARRCO, above(108_000)),
  employee('cet', UP_TO_EIGHT, 14_000, AGIRC_ARRCO),
  employee('apec', UP_TO_FOUR, 2_400, AGIRC_ARRCO, CADRES),
  csgLine('csgDeductible', 680_000, CSG, false),
  csgLine('csgNonDeductible', 240_000, CSG, true),
  csgLine('crds', 50_000, CRDS, true),
];

/** Unemployment insurance, from the source of its rate. */
export function unemployment(rateE7: number, from: LegalSource): ContributionParameter {
  return employer('unemployment', UP_TO_FOUR, rateE7, from);
}

/** Work accidents: the establishment's rate, at least the legal floor; `order` is the day of the order of the year's rates. */
export function workAccident(floorE7: number, order: string, since: string): ContributionParameter {
  const source = `Taux notifié à l’établissement ; arrêté du ${order} ; plancher CSS art. D241-2-4`;
  return employer('workAccident', 'all', floorE7, legal(source, since), { rateInput: 'atmpRatePpm' });
}

/** The rate of unemployment insurance of the agreement of 2024. */
export const UNEMPLOYMENT_FROM_2025 = unemployment(
  400_000,
  legal('Convention d’assurance chômage du 15 novembre 2024', '2025-05-01'),
);

/** The general reduction, by the figures that apply from a day; see `ReductionParameter`. */
export function reduction(
  [kind, limitTenths, minimumE4]: readonly [ReductionParameter['kind'], limitTenths: number, minimumE4: number],
  [deltaBelow50E4, deltaFrom50E4]: readonly [below50: number, from50: number],
  since: string,
): ReductionParameter {
  const from = socialSecurityCode('L241-13 et D241-7', since);
  return { kind, limitTenths, minimumE4, deltaBelow50E4, deltaFrom50E4, ...from };
}

/** The months of a version that comes with the application, and its name. */
export function months(from: string, until: string): Pick<PayrollParameters, 'from' | 'until' | 'ruleVersion'> {
  return { from, until, ruleVersion: `salary-${from}.1` };
}
