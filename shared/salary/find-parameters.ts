import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { PARAMETERS_2025_01, PARAMETERS_2025_05 } from './parameters-2025.ts';
import { PARAMETERS_2026_01, PARAMETERS_2026_06 } from './parameters-2026.ts';
import type { PayrollParameters } from './payroll-parameters.ts';

/** The versions that come with the application, oldest first. */
export const PAYROLL_PARAMETERS: readonly PayrollParameters[] = [
  PARAMETERS_2025_01,
  PARAMETERS_2025_05,
  PARAMETERS_2026_01,
  PARAMETERS_2026_06,
];

/**
 * The version in force in the month `period` (`YYYY-MM`). When several versions hold the month, the last of the list wins,
 * so that a later published version can replace one that came with the application.
 * Error: `salary.noParameters` (`period`) outside every version; a neighbouring year never stands in.
 */
export function findPayrollParameters(
  period: string,
  versions: readonly PayrollParameters[] = PAYROLL_PARAMETERS,
): Result<PayrollParameters> {
  const version = versions.findLast(({ from, until }) => from <= period && period <= until);
  if (version !== undefined) return ok(version);
  return fail(appError('salary.noParameters', `no payroll parameters for ${period}`, { period }));
}
