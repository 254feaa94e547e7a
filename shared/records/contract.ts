import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { positiveCents } from './fields.ts';

/** What the working time of a contract is counted in. Mirrors `WorkingTime` of `shared/salary`. */
export const workingTime = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('none') }),
  z.looseObject({ kind: z.literal('weeklyHours'), minutes: z.int().min(60).max(2_100) }),
  z.looseObject({ kind: z.literal('annualDays'), days: z.int().min(1).max(218) }),
  z.looseObject({ kind: z.literal('annualHours'), hours: z.int().min(1).max(1_607) }),
]);

/** One contract between the cooperative and a person: an entrepreneur's, or an ordinary one of its staff (`salaried`). */
export const contract = z.looseObject({
  kind: z.enum(['cape', 'cesa', 'salaried', 'abroad']),
  startDate: plainDate,
  /** Last day; open when absent. */
  endDate: plainDate.optional(),
  /** Of a `salaried` contract. A CESA names no working time (Code du travail L7332-3). */
  workingTime: workingTime.optional(),
  /** Hours a week that devices of before count a pay by; nothing else reads them any more. */
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
