import {
  COMMON_WELFARE,
  contributionsOf,
  dated,
  employer,
  months,
  oldAge,
  reduction,
  UNEMPLOYMENT_FROM_2025,
  workAccident,
} from './parameters-common.ts';
import type { PayrollParameters } from './payroll-parameters.ts';

/** January to May 2026: one general reduction up to three minimum wages replaces the reduced rates of health and family. */
export const PARAMETERS_2026_01: PayrollParameters = {
  ...months('2026-01', '2026-05'),
  socialSecurityCeilingEuros: dated(
    4005,
    'Arrêté fixant le plafond de la sécurité sociale pour 2026 ; CSS art. D242-17',
    '2026-01-01',
  ),
  minimumWageHourlyCents: dated(1202, 'Décret n° 2025-1228 du 17 décembre 2025, art. 1', '2026-01-01'),
  reductionMinimumWageHourlyCents: dated(
    1202,
    'CSS art. D241-7 II : valeur du 1er janvier 2026 pour toute l’année (décret n° 2025-1228)',
    '2026-01-01',
  ),
  ...COMMON_WELFARE,
  reduction: reduction(['degressive', 30, 200], [3781, 3821], '2026-01-01'),
  contributions: contributionsOf({
    uncappedOldAge: employer('uncappedOldAge', 'all', 211_000, oldAge('2026-01-01')),
    workAccident: workAccident(50_000, '30 décembre 2025', '2026-01-01'),
    unemployment: UNEMPLOYMENT_FROM_2025,
  }),
};

/** June to December 2026: a new minimum wage, while the general reduction keeps the January value for the whole year. */
export const PARAMETERS_2026_06: PayrollParameters = {
  ...PARAMETERS_2026_01,
  ...months('2026-06', '2026-12'),
  minimumWageHourlyCents: dated(
    1231,
    'Code du travail art. L3231-5 (relèvement automatique du 1er juin 2026)',
    '2026-06-01',
  ),
};
