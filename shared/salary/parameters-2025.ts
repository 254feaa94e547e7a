import {
  CADRE_WELFARE_RATE,
  CAPPED_OLD_AGE,
  COMMON_EMPLOYEE_CONTRIBUTIONS,
  COMMON_EMPLOYER_CONTRIBUTIONS,
  FAMILY_ALLOWANCES,
  HEALTH,
  HEALTH_COVER,
  SOLIDARITY_AUTONOMY,
  WELFARE_EXEMPTION,
  WELFARE_TAX_DEDUCTION,
} from './parameters-common.ts';
import type { ContributionParameter, DatedValue, PayrollParameters } from './payroll-parameters.ts';

const MINIMUM_WAGE: DatedValue = {
  value: 1188,
  source: 'Décret n° 2024-951 du 23 octobre 2024, art. 1',
  since: '2024-11-01',
};

const CEILING: DatedValue = { value: 3925, source: 'Arrêté du 19 décembre 2024', since: '2025-01-01' };

/** The employer contributions that differ between years, as they stood in 2025. */
function contributionsOf2025(options: {
  readonly unemployment: ContributionParameter;
  readonly workAccident: ContributionParameter;
}): readonly ContributionParameter[] {
  return [
    {
      ...HEALTH,
      reduced: {
        rateE7: 700_000,
        belowMinimumWagePercent: 225,
        source: 'CSS art. L241-2-1 et D241-7 II (salaire minimum)',
        since: '2025-01-01',
      },
    },
    CAPPED_OLD_AGE,
    {
      code: 'uncappedOldAge',
      side: 'employer',
      base: 'all',
      rateE7: 202_000,
      source: 'CSS art. D242-4',
      since: '2024-01-01',
    },
    {
      ...FAMILY_ALLOWANCES,
      reduced: {
        rateE7: 345_000,
        belowMinimumWagePercent: 330,
        source: 'CSS art. L241-6-1, D241-3-2 et D241-7 II (salaire minimum)',
        since: '2025-01-01',
      },
    },
    options.workAccident,
    SOLIDARITY_AUTONOMY,
    options.unemployment,
    ...COMMON_EMPLOYER_CONTRIBUTIONS,
    ...COMMON_EMPLOYEE_CONTRIBUTIONS,
  ];
}

/** January to April 2025. */
export const PARAMETERS_2025_01: PayrollParameters = {
  from: '2025-01',
  until: '2025-04',
  ruleVersion: 'salary-2025-01.1',
  socialSecurityCeilingEuros: CEILING,
  minimumWageHourlyCents: MINIMUM_WAGE,
  reductionMinimumWageHourlyCents: MINIMUM_WAGE,
  cadreWelfareRateE7: CADRE_WELFARE_RATE,
  welfareExemption: WELFARE_EXEMPTION,
  welfareTaxDeduction: WELFARE_TAX_DEDUCTION,
  healthCover: HEALTH_COVER,
  reduction: {
    kind: 'linear',
    limitTenths: 16,
    minimumE4: 0,
    deltaBelow50E4: 3194,
    deltaFrom50E4: 3234,
    source: 'CSS art. L241-13 et D241-7',
    since: '2025-01-01',
  },
  contributions: contributionsOf2025({
    unemployment: {
      code: 'unemployment',
      side: 'employer',
      base: 'upToFourCeilings',
      rateE7: 405_000,
      source: 'Règlement d’assurance chômage, annexe A au décret n° 2019-797, art. 50-1',
      since: '2019-11-01',
    },
    workAccident: {
      code: 'workAccident',
      side: 'employer',
      base: 'all',
      rateE7: 46_000,
      rateInput: 'atmpRatePpm',
      source: 'Taux notifié à l’établissement ; arrêté du 27 décembre 2023 ; plancher CSS art. D241-2-4',
      since: '2024-01-01',
    },
  }),
};

/** May to December 2025. */
export const PARAMETERS_2025_05: PayrollParameters = {
  ...PARAMETERS_2025_01,
  from: '2025-05',
  until: '2025-12',
  ruleVersion: 'salary-2025-05.1',
  reduction: {
    kind: 'linear',
    limitTenths: 16,
    minimumE4: 0,
    deltaBelow50E4: 3193,
    deltaFrom50E4: 3233,
    source: 'CSS art. L241-13 et D241-7',
    since: '2025-05-01',
  },
  contributions: contributionsOf2025({
    unemployment: {
      code: 'unemployment',
      side: 'employer',
      base: 'upToFourCeilings',
      rateE7: 400_000,
      source: 'Convention d’assurance chômage du 15 novembre 2024',
      since: '2025-05-01',
    },
    workAccident: {
      code: 'workAccident',
      side: 'employer',
      base: 'all',
      rateE7: 50_000,
      rateInput: 'atmpRatePpm',
      source: 'Taux notifié à l’établissement ; arrêté du 29 avril 2025 ; plancher CSS art. D241-2-4',
      since: '2025-05-01',
    },
  }),
};
