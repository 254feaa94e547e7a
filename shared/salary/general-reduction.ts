import { divideHalfUp } from '../money/rounding.ts';
import type { Fraction } from './exact-fraction.ts';

/** The general reduction for one contract. Coefficients in 1e-4. */
export interface ReductionPlan {
  readonly isDegressive: boolean;
  readonly limitTenths: number;
  readonly minimumE4: number;
  readonly deltaE4: number;
  /** Monthly minimum wage of the contract (hourly × weekly hours × 52 ÷ 12, not rounded), in 1 ÷ scale of a cent. */
  readonly minimumWage: Fraction;
}

/**
 * Coefficient of the general reduction in 1e-4, rounded half up, for a contribution base in 1 ÷ scale of a cent.
 *
 * Zero without pay and from the limit on. 2025: T ÷ 0.6 × (1.6 × minimum wage ÷ base − 1), at most T, by integers alone.
 * 2026: 0.0200 + delta × [½ × (3 × minimum wage ÷ base − 1)]^1.75, at most 0.0200 + delta; the power is x·√x·√√x,
 * because IEEE 754 rounds square roots exactly in every runtime and `Math.pow` is not guaranteed to agree.
 * Source: CSS art. L241-13 and D241-7.
 */
export function computeReductionCoefficientE4(plan: ReductionPlan, base: number): number {
  const atLimit = plan.limitTenths * plan.minimumWage.numerator;
  const atBase = base * plan.minimumWage.denominator;
  if (base <= 0 || 10 * atBase >= atLimit) return 0;
  const above = atLimit - 10 * atBase;
  const span = (plan.limitTenths - 10) * atBase;
  if (above >= span) return plan.minimumE4 + plan.deltaE4;
  if (!plan.isDegressive) return plan.minimumE4 + divideHalfUp(plan.deltaE4 * above, span);
  const x = above / span;
  const root = Math.sqrt(x);
  return Math.floor(plan.minimumE4 + plan.deltaE4 * (x * root * Math.sqrt(root)) + 0.5);
}
