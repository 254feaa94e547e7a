import { plainDate } from './envelope.ts';
import { positiveCents, ratePpm, shortText } from './fields.ts';
import { z } from './zod.ts';

/** The three grids of CGI, article 204 H, III: a (metropolitan France, and residents abroad), b and c (overseas). */
export const territory = z.enum(['metropole', 'antillesReunion', 'guyaneMayotte']);

/** Whose grid of default rates it is. */
export type Territory = z.infer<typeof territory>;

/** A grid of default rates (« taux neutre ») as the finance act gives it, for pays of a month. */
export const withholdingGrid = z.looseObject({
  territory,
  from: plainDate,
  /** The last day for which it is known to apply: after it nothing is guessed. */
  until: plainDate,
  /** From which base of the month on which rate applies. */
  brackets: z.array(z.looseObject({ fromCents: positiveCents, ratePpm })).max(60),
  source: shortText,
});

/** A grid of default rates. */
export type WithholdingGrid = z.infer<typeof withholdingGrid>;
