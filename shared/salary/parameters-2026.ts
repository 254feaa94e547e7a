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
import type { PayrollParameters } from './payroll-parameters.ts';

/** January to May 2026: one general reduction up to three minimum wages replaces the reduced rates of health and family. */
export const PARAMETERS_2026_01: PayrollParameters = {
  from: '2026-01',
  until: '2026-05',
  ruleVersion: 'salary-2026-01.1',
  socialSecurityCeilingEuros: {
    value: 4005,
    source: 'Arrêté fixant le plafond de la sécurité sociale pour 2026 ; CSS art. D242-17',
    since: '2026-01-01',
  },
  minimumWageHourlyCents: {
    value: 1202,
    source: 'Décret n° 2025-1228 du 17 décembre 2025, art. 1',
    since: '2026-01-01',
  },
  reductionMinimumWageHourlyCents: {
    value: 1202,
    source: 'CSS art. D241-7 II : valeur du 1er janvier 2026 pour toute l’année (décret n° 2025-1228)',
    since: '2026-01-01',
  },
  cadreWelfareRateE7: CADRE_WELFARE_RATE,
  welfareExemption: WELFARE_EXEMPTION,
  welfareTaxDeduction: WELFARE_TAX_DEDUCTION,
  healthCover: HEALTH_COVER,
  reduction: {
    kind: 'degressive',
    limitTenths: 30,
    minimumE4: 200,
    deltaBelow50E4: 3781,
    deltaFrom50E4: 3821,
    source: 'CSS art. L241-13 et D241-7',
    since: '2026-01-01',
  },
  contributions: [
    HEALTH,
    CAPPED_OLD_AGE,
    {
      code: 'uncappedOldAge',
      side: 'employer',
      base: 'all',
      rateE7: 211_000,
      source: 'CSS art. D242-4',
      since: '2026-01-01',
    },
    FAMILY_ALLOWANCES,
    {
      code: 'workAccident',
      side: 'employer',
      base: 'all',
      rateE7: 50_000,
      rateInput: 'atmpRatePpm',
      source: 'Taux notifié à l’établissement ; arrêté du 30 décembre 2025 ; plancher CSS art. D241-2-4',
      since: '2026-01-01',
    },
    SOLIDARITY_AUTONOMY,
    {
      code: 'unemployment',
      side: 'employer',
      base: 'upToFourCeilings',
      rateE7: 400_000,
      source: 'Convention d’assurance chômage du 15 novembre 2024',
      since: '2025-05-01',
    },
    ...COMMON_EMPLOYER_CONTRIBUTIONS,
    ...COMMON_EMPLOYEE_CONTRIBUTIONS,
  ],
};

/** June to December 2026: a new minimum wage, while the general reduction keeps the January value for the whole year. */
export const PARAMETERS_2026_06: PayrollParameters = {
  ...PARAMETERS_2026_01,
  from: '2026-06',
  until: '2026-12',
  ruleVersion: 'salary-2026-06.1',
  minimumWageHourlyCents: {
    value: 1231,
    source: 'Code du travail art. L3231-5 (relèvement automatique du 1er juin 2026)',
    since: '2026-06-01',
  },
};
