import { multiplyThenDivide } from '../money/rounding.ts';
import type { Fraction } from './exact-fraction.ts';
import type { ReductionParameter } from './payroll-parameters.ts';

/** The general reduction for one contract. Coefficients in 1e-4. */
export interface ReductionPlan {
  readonly law: ReductionParameter;
  /** The delta, or T, of the company's headcount. */
  readonly deltaE4: number;
  /**
   * Minimum wage of the contract (hourly × weekly hours × 52 ÷ 12 a month, not rounded), in 1 ÷ scale of a cent: of the month,
   * or of the year to date with it.
   */
  readonly minimumWage: Fraction;
  /** What the months before were granted, in cents. */
  readonly alreadyCents: number;
}

/**
 * Coefficient of the general reduction in 1e-4, rounded half up, for a contribution base in 1 ÷ scale of a cent.
 *
 * Zero without pay and from the limit on. 2025: T ÷ 0.6 × (1.6 × minimum wage ÷ base − 1), at most T, by integers alone.
 * 2026: 0.0200 + delta × [½ × (3 × minimum wage ÷ base − 1)]^1.75, at most 0.0200 + delta; the power is x·√x·√√x,
 * because IEEE 754 rounds square roots exactly in every runtime and `Math.pow` is not guaranteed to agree.
 *
 * With the year to date, base and minimum wage are cumulated and the parameters are those of the month that is paid: when
 * they change within a year (T 0.3194, then 0.3193 from May 2025), that month regularises the whole year with its own.
 * Source: CSS art. L241-13 and D241-7.
 */
export function computeReductionCoefficientE4(plan: ReductionPlan, base: number): number {
  const { law, deltaE4, minimumWage } = plan;
  const { limitTenths, minimumE4 } = law;
  const atLimit = limitTenths * minimumWage.numerator;
  const atBase = base * minimumWage.denominator;
  const above = atLimit - 10 * atBase;
  if (base <= 0 || above <= 0) return 0;
  const span = (limitTenths - 10) * atBase;
  if (above >= span) return minimumE4 + deltaE4;
  if (law.kind === 'linear') return minimumE4 + multiplyThenDivide(deltaE4, above, span);
  const x = above / span;
  const root = Math.sqrt(x);
  return Math.floor(minimumE4 + deltaE4 * (x * root * Math.sqrt(root)) + 0.5);
}
