import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { positiveCents, shortText } from './fields.ts';

/**
 * A line the cooperative adds to every pay: occupational health fee, provident cover, paid-leave provision, meal vouchers.
 * `fixed` takes `amountCents` a month; the other bases take `rateE7` (1e-7) of gross pay or of one of its slices.
 */
export const extraPayLine = z.looseObject({
  /** Names the line on statements; starts with `x-` so that it never meets a contribution of the engine. */
  code: z.string().regex(/^x-[a-z0-9-]{1,40}$/),
  label: shortText.min(1),
  side: z.enum(['employer', 'employee']),
  base: z.enum(['fixed', 'gross', 'upToCeiling', 'fromOneToEightCeilings']),
  rateE7: z.int().min(0).max(10_000_000),
  amountCents: positiveCents,
  /**
   * Compulsory provident cover: the employer's share bears CSG, counts for the forfait social and for the exempt limit, the
   * employee's share is deducted from taxable and social net. Otherwise an employer's line is cost alone and an
   * employee's line is withheld from the net without changing taxable or social net.
   */
  isWelfare: z.boolean(),
  source: shortText,
  since: plainDate,
});

/** One extra line of a pay. */
export type ExtraPayLine = z.infer<typeof extraPayLine>;
