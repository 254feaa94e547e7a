import { z } from './zod.ts';
import { longText, shortText } from './fields.ts';

const dayMinutes = z
  .int()
  .min(0)
  .max(24 * 60);

/** Hours of one ISO week: rows of deals, columns Monday to Sunday. The record's date is the Monday. */
export const timesheetWeekBody = z.looseObject({
  rows: z
    .array(
      z.looseObject({
        deal: shortText.min(1),
        /** Minutes a day, Monday first. */
        minutes: z.array(dayMinutes).length(7),
      }),
    )
    .max(60),
  note: longText.optional(),
});

/** Body of a `timesheetWeek` record. */
export type TimesheetWeekBody = z.infer<typeof timesheetWeekBody>;
