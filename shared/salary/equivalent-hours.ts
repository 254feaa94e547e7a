import { multiplyThenDivide } from '../money/rounding.ts';
import type { PayrollParameters } from './payroll-parameters.ts';

/** Hours of a full-time month, in hundredths: 35 × 52 ÷ 12 = 151.67. */
export const MONTH_HOURS_HUNDREDTHS = 15_167;

/**
 * The hours that pay stands for on the social side, in hundredths of an hour, half up: gross ÷ minimum wage of a month ×
 * 151.67, at most 151.67. The pay of an entrepreneur does not follow hours; declarations ask for some all the same. The
 * minimum wage is the one in force in the month (hourly × 35 × 52 ÷ 12, not rounded); `grossCents` is a valid gross.
 */
export function equivalentHours(grossCents: number, parameters: PayrollParameters): number {
  // gross ÷ (hourly × 35 × 52 ÷ 12) = gross × 12 ÷ (hourly × 1,820).
  const fullCents = parameters.minimumWageHourlyCents.value * 1820;
  return Math.min(MONTH_HOURS_HUNDREDTHS, multiplyThenDivide(grossCents * 12, MONTH_HOURS_HUNDREDTHS, fullCents));
}
