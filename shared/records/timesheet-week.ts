import { z } from './zod.ts';
import { longText, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';

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

/** Facts of the type `timesheetWeek`. */
export const timesheetWeekFacts = {
  body: timesheetWeekBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'duty', duty: 'workingTime', statuses: ['active'] },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: 56_000,
  rowKeys: { rows: 'deal' },
  together: [],
} as const satisfies RecordFacts;
