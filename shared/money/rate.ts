import { multiplyThenDivide } from './rounding.ts';

/** One million: rates are integers in parts per million (20 % = 200000). */
export const PPM = 1_000_000;

/** `amountCents × ratePpm`, rounded to the cent, a half away from zero; exact for every amount a record may hold. */
export function applyRate(amountCents: number, ratePpm: number): number {
  return multiplyThenDivide(amountCents, ratePpm, PPM);
}

/** The part of an amount including tax that is tax at `ratePpm`, rounded to the cent, a half away from zero: gross − gross ÷ (1 + rate). */
export function taxIncludedIn(grossCents: number, ratePpm: number): number {
  return grossCents - multiplyThenDivide(grossCents, PPM, PPM + ratePpm);
}
