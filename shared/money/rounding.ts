/**
 * Integer division rounded half up (towards plus infinity at the half for positive, away from zero for negative values),
 * exact for |numerator| < 2^53 and any positive integer denominator.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  const magnitude = Math.abs(numerator);
  const remainder = magnitude % denominator;
  const quotient = (magnitude - remainder) / denominator;
  const rounded = remainder * 2 >= denominator ? quotient + 1 : quotient;
  return numerator < 0 ? 0 - rounded : rounded;
}

/** `amount × factor ÷ divisor`, rounded as {@link divideHalfUp}; exact whatever the size of the product. `divisor` > 0. */
export function multiplyThenDivide(amount: number, factor: number, divisor: number): number {
  const product = amount * factor;
  if (Number.isSafeInteger(product)) return divideHalfUp(product, divisor);
  const numerator = BigInt(amount) * BigInt(factor);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = Number((2n * magnitude + BigInt(divisor)) / (2n * BigInt(divisor)));
  return numerator < 0n ? 0 - rounded : rounded;
}
