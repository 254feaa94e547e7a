import {
  COMMON_WELFARE,
  contributionsOf,
  dated,
  employer,
  legal,
  months,
  oldAge,
  reduction,
  socialSecurityCode,
  unemployment,
  UNEMPLOYMENT_FROM_2025,
  workAccident,
} from './parameters-common.ts';
import type { ContributionParameter, PayrollParameters } from './payroll-parameters.ts';

const MINIMUM_WAGE = dated(1188, 'Décret n° 2024-951 du 23 octobre 2024, art. 1', '2024-11-01');
const LINEAR = ['linear', 16, 0] as const;

/** A rate below a multiple of the minimum wage, as it stood in 2025. */
function reducedRate(rateE7: number, belowMinimumWagePercent: number, article: string): Partial<ContributionParameter> {
  const from = socialSecurityCode(`${article} et D241-7 II (salaire minimum)`, '2025-01-01');
  return { reduced: { rateE7, belowMinimumWagePercent, ...from } };
}

const COMMON = {
  health: reducedRate(700_000, 225, 'L241-2-1'),
  family: reducedRate(345_000, 330, 'L241-6-1, D241-3-2'),
  uncappedOldAge: employer('uncappedOldAge', 'all', 202_000, oldAge('2024-01-01')),
};

/** January to April 2025. */
export const PARAMETERS_2025_01: PayrollParameters = {
  ...months('2025-01', '2025-04'),
  socialSecurityCeilingEuros: dated(3925, 'Arrêté du 19 décembre 2024', '2025-01-01'),
  minimumWageHourlyCents: MINIMUM_WAGE,
  reductionMinimumWageHourlyCents: MINIMUM_WAGE,
  ...COMMON_WELFARE,
  reduction: reduction(LINEAR, [3194, 3234], '2025-01-01'),
  contributions: contributionsOf({
    ...COMMON,
    workAccident: workAccident(46_000, '27 décembre 2023', '2024-01-01'),
    unemployment: unemployment(
      405_000,
      legal('Règlement d’assurance chômage, annexe A au décret n° 2019-797, art. 50-1', '2019-11-01'),
    ),
  }),
};

/** May to December 2025. */
export const PARAMETERS_2025_05: PayrollParameters = {
  ...PARAMETERS_2025_01,
  ...months('2025-05', '2025-12'),
  reduction: reduction(LINEAR, [3193, 3233], '2025-05-01'),
  contributions: contributionsOf({
    ...COMMON,
    workAccident: workAccident(50_000, '29 avril 2025', '2025-05-01'),
    unemployment: UNEMPLOYMENT_FROM_2025,
  }),
};
