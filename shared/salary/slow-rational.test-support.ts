/** A fraction of big integers, never shortened. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A fraction. */
export const rational = (top: bigint | number, bottom: bigint | number = 1n): Rational => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
});
/** Exact. */
export const plus = (a: Rational, b: Rational): Rational =>
  a.bottom === b.bottom
    ? rational(a.top + b.top, a.bottom)
    : rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
/** Exact. */
export const minus = (a: Rational, b: Rational): Rational => plus(a, rational(-b.top, b.bottom));
/** Exact. */
export const times = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom);
/** Exact. */
export const isLess = (a: Rational, b: Rational): boolean => a.top * b.bottom < b.top * a.bottom;
/** Exact. */
export const least = (a: Rational, b: Rational): Rational => (isLess(a, b) ? a : b);
/** Exact. */
export const ZERO = rational(0n);
/** Exact. */
export const positive = (a: Rational): Rational => (isLess(a, ZERO) ? ZERO : a);

/** Half up, away from zero. */
export function round(a: Rational): number {
  const size = a.top < 0n ? -a.top : a.top;
  const rounded = Number((2n * size + a.bottom) / (2n * a.bottom));
  return a.top < 0n && rounded !== 0 ? -rounded : rounded;
}

/** `'4.72'` → 4.72 %. */
export function percent(text: string): Rational {
  const [whole = '0', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}
