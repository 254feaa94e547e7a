/**
 * Integer division rounded to the nearest integer, a half away from zero: 5 ÷ 2 is 3 and −5 ÷ 2 is −3, so that a refund
 * takes back to the cent what was given. Exact for |numerator| < 2^53 and any positive integer denominator; never −0.
 * Where Sillon says "half up", this is meant.
 */
export function divideHalfAwayFromZero(numerator: number, denominator: number): number {
  const magnitude = Math.abs(numerator);
  const remainder = magnitude % denominator;
  const quotient = (magnitude - remainder) / denominator;
  const rounded = remainder * 2 >= denominator ? quotient + 1 : quotient;
  return numerator < 0 ? 0 - rounded : rounded;
}

/** `amount × factor ÷ divisor`, rounded as {@link divideHalfAwayFromZero}; exact whatever the size of the product. `divisor` > 0. */
export function multiplyThenDivide(amount: number, factor: number, divisor: number): number {
  const product = amount * factor;
  if (Number.isSafeInteger(product)) return divideHalfAwayFromZero(product, divisor);
  const numerator = BigInt(amount) * BigInt(factor);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = Number((2n * magnitude + BigInt(divisor)) / (2n * BigInt(divisor)));
  return numerator < 0n ? 0 - rounded : rounded;
}
