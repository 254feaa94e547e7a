import type { WelfareLimit } from './payroll-parameters.ts';

/**
 * The parts of a monthly limit on welfare contributions that do not depend on gross. The ceiling is a whole number of euros,
 * so its percentages are whole cents.
 */
export function limitOf(
  limit: WelfareLimit,
  ceilingCents: number,
): { readonly fixedCents: number; readonly maximumCents: number } {
  return {
    fixedCents: (ceilingCents * limit.ceilingPercent) / 100,
    maximumCents: (ceilingCents * limit.maximumCeilingPercent) / 100,
  };
}
