import { plainDate } from './envelope.ts';
import { extraPayLine } from './extra-pay-line.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** Lines added to every pay, by the date from which the whole list applies. */
export const extraPayLinesBody = z.looseObject({
  extraPayLines: z
    .array(z.looseObject({ from: plainDate, lines: z.array(extraPayLine).max(20) }))
    .max(50)
    .optional(),
});

/** Facts of the type `extraPayLines`. */
export const extraPayLinesFacts = { ...SETTINGS_FACTS, body: extraPayLinesBody } as const satisfies RecordFacts;
