import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { currency, positiveCents, ratePpm, shortText } from './fields.ts';

/** A line between the budget of a member abroad and what is paid to them. */
export const countryPayLine = z.looseObject({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: shortText.min(1),
  /** Share of the budget, or a fixed amount in minor units of the profile's currency. */
  base: z.enum(['budget', 'fixed']),
  ratePpm,
  amountMinor: positiveCents,
  source: shortText,
});

/** How members of a country outside the French payroll are paid, from a date on. */
export const countryProfile = z.looseObject({
  version: shortText.min(1),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency,
  from: plainDate,
  lines: z.array(countryPayLine).max(20),
  source: shortText,
});

/** How members of a country are paid. */
export type CountryProfile = z.infer<typeof countryProfile>;
