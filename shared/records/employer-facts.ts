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
  /** Of the first rule of pays: whether it counted the calendar year. The present rule always does. */
  isYearRegularised: z.boolean().optional(),
  /**
   * The January from which pays follow the present rule, where the cooperative did not want the running year settled by it:
   * months before it are paid under the first one. Absent: every pay follows the present rule.
   */
  presentRuleFrom: z
    .string()
    .regex(/^20[0-9]{2}-01$/)
    .optional(),
});

/** Facts of the type `employerFacts`. */
export const employerFactsFacts = { ...SETTINGS_FACTS, body: employerFactsBody } as const satisfies RecordFacts;
