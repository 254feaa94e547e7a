/**
 * One line of a month's contribution, amounts in cents: base × rate, less what the months before paid of it
 * (`alreadyCents`), rounded half up.
 * - `rate`: the base at one rate · `tier`: what of the base falls in one tier of the year, at its rate
 * - `global`: the whole year's base at the rate of the tier it reached, less what was paid
 * - `internal`: invoices to other activities of the cooperative · `fee`: the flat monthly amount
 * - `minimum`, `maximum`: what the limits of the rule add or take off
 */
export interface ContributionPart {
  readonly code: 'rate' | 'tier' | 'global' | 'internal' | 'minimum' | 'maximum' | 'fee';
  readonly label?: string;
  readonly baseCents: number;
  readonly ratePpm: number;
  readonly amountCents: number;
  readonly alreadyCents?: number;
}
