import { z } from './zod.ts';
import { instant, plainDate } from './envelope.ts';
import { shortText } from './fields.ts';

/** When the server last heard from an activity's devices; written only by the server, into `network`. */
export const syncMarkBody = z.looseObject({
  account: shortText,
  lastSeenAt: instant,
  day: plainDate,
});

/** Body of a `syncMark` record. */
export type SyncMarkBody = z.infer<typeof syncMarkBody>;
