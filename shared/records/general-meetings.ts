import { plainDate } from './envelope.ts';
import { month } from './fields.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** The fiscal years of the cooperative and the meetings that approved their accounts. */
export const generalMeetingsBody = z.looseObject({
  /** Month in which the fiscal year starts, 1 to 12; January when absent. */
  fiscalYearStartMonth: z.int().min(1).max(12).optional(),
  /** General meetings that approved the accounts of a fiscal year, named by its first month. */
  generalMeetings: z
    .array(z.looseObject({ fiscalYear: month, date: plainDate }))
    .max(100)
    .optional(),
});

/** Facts of the type `generalMeetings`. */
export const generalMeetingsFacts = { ...SETTINGS_FACTS, body: generalMeetingsBody } as const satisfies RecordFacts;
