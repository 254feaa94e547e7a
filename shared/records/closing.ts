import { month } from './fields.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** Which months are closed. */
export const closingBody = z.looseObject({
  /** Last closed month: nothing dated in it or before is written any more. */
  closedThrough: month.optional(),
});

/** Facts of the type `closing`. */
export const closingFacts = { ...SETTINGS_FACTS, body: closingBody } as const satisfies RecordFacts;
