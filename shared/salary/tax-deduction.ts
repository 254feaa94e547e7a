import { divideHalfAwayFromZero } from '../money/rounding.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import type { YearAround } from './plan-bases.ts';
import { RATE_E7 } from './salary-line.ts';
import { limitOf } from './welfare-limit.ts';
import type { YearSoFar } from './year-so-far.ts';

/** The limit under which welfare contributions are deducted from taxable pay. */
export interface TaxDeductionPlan {
  /** The year to date with the month, but for its gross and extra lines. */
  readonly sum: YearSoFar;
  readonly isCadre: boolean;
  readonly parameters: PayrollParameters;
  /** What was above the limit in the months before, in cents. */
  readonly excessBeforeCents: number;
}

/** Compiles the limit of a month, or of the year to date. */
export function planTaxDeduction(year: YearAround, parameters: PayrollParameters): TaxDeductionPlan {
  const before = { sum: year.before, isCadre: false, parameters, excessBeforeCents: 0 };
  return { ...before, sum: year.now, isCadre: year.isCadre, excessBeforeCents: computeTaxableExcess(before, 0, 0) };
}

/**
 * Welfare contributions above the deduction limit, in cents, half up: both sides' welfare lines (`welfareCents`), the
 * employee's health cover and the employer's cadre welfare. With months before: what the year to
 * date has above its limit, less what they had.
 */
export function computeTaxableExcess(plan: TaxDeductionPlan, grossCents: number, welfareCents: number): number {
  const { sum, parameters } = plan;
  const ceilingCents = parameters.socialSecurityCeilingEuros.value * 100;
  const limit = limitOf(parameters.welfareTaxDeduction, sum.months * ceilingCents);
  const gross = sum.grossCents + grossCents;
  const cadreGross = Math.min(sum.cadreGrossCents + (plan.isCadre ? grossCents : 0), sum.cadreMonths * ceilingCents);
  const ownCents = sum.employeeWelfareCents + sum.welfareCents + welfareCents;
  const welfareE7 = ownCents * RATE_E7 + cadreGross * parameters.cadreWelfareRateE7.value;
  const limitE7 = Math.min(
    limit.fixedCents * RATE_E7 + gross * parameters.welfareTaxDeduction.grossRateE7,
    limit.maximumCents * RATE_E7,
  );
  return (welfareE7 > limitE7 ? divideHalfAwayFromZero(welfareE7 - limitE7, RATE_E7) : 0) - plan.excessBeforeCents;
}
