import { z } from './zod.ts';
import { reference, shortText } from './fields.ts';

/** The losing side of a conflict, kept whole until a person settles it. */
export const conflictCopyBody = z.looseObject({
  recordId: reference,
  fields: z.array(shortText).max(200),
  reason: shortText,
  /** The record as it stood on the device that lost. */
  copy: z.record(z.string(), z.unknown()),
});

/** Body of a `conflictCopy` record. */
export type ConflictCopyBody = z.infer<typeof conflictCopyBody>;
