import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { positiveCents } from './fields.ts';

/** One contract between the cooperative and an entrepreneur. */
export const contract = z.looseObject({
  kind: z.enum(['cape', 'cesa', 'abroad']),
  startDate: plainDate,
  /** Last day; open when absent. */
  endDate: plainDate.optional(),
  weeklyMinutes: z
    .int()
    .min(60)
    .max(48 * 60),
  isCadre: z.boolean(),
  isAssociate: z.boolean().optional(),
  /** The fixed monthly part of a CESA, gross; what is paid beyond it is an advance on the variable part. */
  fixedGrossCents: positiveCents.optional(),
});

/** One contract. */
export type Contract = z.infer<typeof contract>;
