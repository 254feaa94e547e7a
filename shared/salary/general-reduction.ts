import { multiplyThenDivide } from '../money/rounding.ts';
import type { Fraction } from './exact-fraction.ts';
import type { ReductionParameter } from './payroll-parameters.ts';

/** The general reduction for one contract. Coefficients in 1e-4. */
export interface ReductionPlan {
  readonly law: ReductionParameter;
  /** The delta, or T, of the company's headcount. */
  readonly deltaE4: number;
  /** From the parts of a cent in which minimum wages are counted to 1 ÷ scale of a cent. */
  readonly wageFactor: Fraction;
  /** What the months before were granted, in cents. */
  readonly alreadyCents: number;
}

/** Whether there is a reduction: the base is under the limit. Base and minimum wage as below. */
export function isReduced(plan: ReductionPlan, base: number, wageParts: number): boolean {
  return base > 0 && distanceToLimit(plan, base, wageParts) > 0;
}

/** Limit − base, in tenths of the base's unit × the denominator of the factor. */
function distanceToLimit({ law, wageFactor }: ReductionPlan, base: number, wageParts: number): number {
  return law.limitTenths * wageParts * wageFactor.numerator - 10 * base * wageFactor.denominator;
}

/**
 * Coefficient of the general reduction in 1e-4, rounded half up, for a contribution base in 1 ÷ scale of a cent and the minimum
 * wage of the same months (not rounded), in 1/5,400 of a cent.
 *
 * Zero without pay and from the limit on. 2025: T ÷ 0.6 × (1.6 × minimum wage ÷ base − 1), at most T, by integers alone.
 * 2026: 0.0200 + delta × [½ × (3 × minimum wage ÷ base − 1)]^1.75, at most 0.0200 + delta; the power is x·√x·√√x,
 * because IEEE 754 rounds square roots exactly in every runtime and `Math.pow` is not guaranteed to agree.
 *
 * With the year to date, base and minimum wage are cumulated and the parameters are those of the month that is paid: when
 * they change within a year (T 0.3194, then 0.3193 from May 2025), that month regularises the whole year with its own.
 * Source: CSS art. L241-13 and D241-7.
 */
export function computeReductionCoefficientE4(plan: ReductionPlan, base: number, wageParts: number): number {
  const { law, deltaE4, wageFactor } = plan;
  const { limitTenths, minimumE4 } = law;
  const above = distanceToLimit(plan, base, wageParts);
  if (base <= 0 || above <= 0) return 0;
  const span = (limitTenths - 10) * base * wageFactor.denominator;
  if (above >= span) return minimumE4 + deltaE4;
  if (law.kind === 'linear') return minimumE4 + multiplyThenDivide(deltaE4, above, span);
  const x = above / span;
  const root = Math.sqrt(x);
  return Math.floor(minimumE4 + deltaE4 * (x * root * Math.sqrt(root)) + 0.5);
}
