import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { findPayrollParameters } from './find-parameters.ts';
import type { PayrollParameters } from './payroll-parameters.ts';

/** Hours of minimum wage that validate one retirement quarter. Source: CSS art. R351-9, since 2014-01-01. */
const HOURS_A_QUARTER = 150;

/** Quarters of one calendar year, whatever its pay. Source: CSS art. R351-9. */
const QUARTERS_A_YEAR = 4;

/**
 * Gross pay, in cents, from which a pay of `period` alone validates a retirement quarter: 150 × hourly minimum wage of
 * 1 January of its year. Error: `salary.noParameters` (`period`) when that January has none.
 */
export function quarterFloorIn(period: string, versions: readonly PayrollParameters[]): Result<number> {
  const january = findPayrollParameters(`${period.slice(0, 4)}-01`, versions);
  return january.ok ? ok(quarterFloorCents(january.value)) : january;
}

/** Gross pay, in cents, of one retirement quarter in the year whose January has these parameters. */
export function quarterFloorCents(parameters: PayrollParameters): number {
  return HOURS_A_QUARTER * parameters.minimumWageHourlyCents.value;
}

/**
 * Retirement quarters that the gross pay of a calendar year validates, at most four. The minimum wage that counts is the one
 * of 1 January: give the parameters of that month.
 */
export function quartersOfYear(yearGrossCents: number, parameters: PayrollParameters): number {
  return Math.min(QUARTERS_A_YEAR, Math.floor(yearGrossCents / quarterFloorCents(parameters)));
}
