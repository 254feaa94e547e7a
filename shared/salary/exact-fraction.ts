/** A non-negative fraction of safe integers in lowest terms. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Greatest common divisor of non-negative integers, not all zero. */
export function greatestCommonDivisor(...values: readonly number[]): number {
  let divisor = 0;
  for (const value of values) {
    let rest = value;
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  }
  return divisor;
}

/** Least common multiple of positive integers. */
export function leastCommonMultiple(...values: readonly number[]): number {
  return values.reduce((multiple, value) => (multiple / greatestCommonDivisor(multiple, value)) * value, 1);
}

/** `numerator ÷ denominator` in lowest terms. */
export function reduceFraction(numerator: number, denominator: number): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
