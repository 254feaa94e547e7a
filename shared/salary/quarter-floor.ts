import type { PayrollParameters } from './payroll-parameters.ts';

/** Hours of minimum wage that validate one retirement quarter. Source: CSS art. R351-9, since 2014-01-01. */
const HOURS_A_QUARTER = 150;

/** Gross pay, in cents, from which a month alone validates a retirement quarter: 150 × hourly minimum wage. */
export function quarterFloorCents(parameters: PayrollParameters): number {
  return HOURS_A_QUARTER * parameters.minimumWageHourlyCents.value;
}
