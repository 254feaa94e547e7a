import { greatestCommonDivisor } from './exact-fraction.ts';
import type { ExtraLine } from './extra-line.ts';
import { roundSigned } from './round-product.ts';
import { EXTRA_INDEX } from './salary-bases.ts';
import type { ExtraLineCode, SalaryLine } from './salary-line.ts';
import { buildLine, RATE_E7 } from './salary-line.ts';

/** One extra line, ready to be computed. */
export interface ExtraPlan {
  readonly code: ExtraLineCode;
  readonly extra: ExtraLine;
  /** Position of the base; 0 for a fixed amount. */
  readonly baseIndex: number;
  readonly numerator: number;
  readonly divisor: number;
}

/** Builds the plan of a valid extra line. */
export function planExtraLine(extra: ExtraLine, scale: number): ExtraPlan {
  const shared = greatestCommonDivisor(extra.rateE7, RATE_E7);
  return {
    // The form of the code was checked with the input.
    code: extra.code as ExtraLineCode,
    extra,
    baseIndex: EXTRA_INDEX[extra.base],
    numerator: extra.rateE7 / shared,
    divisor: (RATE_E7 / shared) * scale,
  };
}

/** Amount of the line in cents, rounded half up; negative where the year to date gives a slice back. */
export function computeExtraAmount(plan: ExtraPlan, bases: Float64Array): number {
  if (plan.baseIndex === 0) return plan.extra.amountCents;
  return roundSigned((bases[plan.baseIndex] ?? 0) * plan.numerator, plan.divisor);
}

/** Sum of {@link computeExtraAmount}. */
export function sumExtraAmounts(plans: readonly ExtraPlan[], bases: Float64Array): number {
  let sum = 0;
  for (const plan of plans) sum += computeExtraAmount(plan, bases);
  return sum;
}

/** The line as shown. A fixed amount is its own base at 100 %. */
export function buildExtraLine(plan: ExtraPlan, amountCents: number, bases: Float64Array, scale: number): SalaryLine {
  const { label, side, base, rateE7 } = plan.extra;
  const isFixed = base === 'fixed';
  const baseCents = isFixed ? amountCents : roundSigned(bases[plan.baseIndex] ?? 0, scale);
  return { ...buildLine(plan.code, side, baseCents, isFixed ? RATE_E7 : rateE7, amountCents, plan.extra), label };
}
