import { divideHalfUp } from './rounding.ts';

/** One million: rates are integers in parts per million (20 % = 200000). */
export const PPM = 1_000_000;

/** `amountCents × ratePpm`, rounded half up (away from zero) to the cent. Exact while the product stays below 2^53. */
export function applyRate(amountCents: number, ratePpm: number): number {
  const product = amountCents * ratePpm;
  if (Number.isSafeInteger(product)) return divideHalfUp(product, PPM);
  const big = (BigInt(Math.abs(amountCents)) * BigInt(ratePpm) * 2n + BigInt(PPM)) / BigInt(2 * PPM);
  return amountCents < 0 ? 0 - Number(big) : Number(big);
}

/** The part of an amount including tax that is tax at `ratePpm`, rounded half up to the cent: gross − gross ÷ (1 + rate). */
export function taxIncludedIn(grossCents: number, ratePpm: number): number {
  return grossCents - divideHalfUp(grossCents * PPM, PPM + ratePpm);
}
