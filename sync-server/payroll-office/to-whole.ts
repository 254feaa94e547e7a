/**
 * A decimal number × factor as the whole number it stands for (2.08 % → 20,800 ppm). What is not whole stays as it is, so that the
 * engine refuses it; what floating point adds to a decimal number is far below the tolerance.
 */
export function toWhole(value: unknown, factor: number): number {
  if (typeof value !== 'number') return Number.NaN;
  const product = value * factor;
  const whole = Math.round(product);
  return Math.abs(product - whole) < 1e-6 ? whole : product;
}
