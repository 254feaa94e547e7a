import { plainDate } from './envelope.ts';
import { headcount, ratePpm, shortText } from './fields.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** The cooperative as an employer: inputs of every French pay. */
export const employerFactsBody = z.looseObject({
  /** Headcount and work-accident rate of the establishment, dated: inputs of the payroll. */
  employerFacts: z
    .array(
      z.looseObject({
        from: plainDate,
        headcount,
        atmpRatePpm: ratePpm,
        /** Where both come from: the declaration of the headcount, the notice of the rate. */
        source: shortText.optional(),
      }),
    )
    .min(1)
    .max(50),
  /** Whether ceilings and the general reduction are counted over the calendar year; month by month when absent. */
  isYearRegularised: z.boolean().optional(),
});

/** Facts of the type `employerFacts`. */
export const employerFactsFacts = { ...SETTINGS_FACTS, body: employerFactsBody } as const satisfies RecordFacts;
