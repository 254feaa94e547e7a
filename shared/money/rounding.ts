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
