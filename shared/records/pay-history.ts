import { z } from './zod.ts';
import { instant } from './envelope.ts';
import { longText, shortText } from './fields.ts';

/** Each step of a pay with author and date, oldest first. */
export const payHistory = z
  .array(z.looseObject({ status: shortText, at: instant, by: shortText, comment: longText.optional() }))
  .min(1)
  .max(50);

/** The steps of a pay. */
export type PayHistory = z.infer<typeof payHistory>;
