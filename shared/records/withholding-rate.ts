import { ratePpm, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';
import { territory } from './withholding-grid.ts';
import { z } from './zod.ts';

/** How income tax is withheld from a person's pays from the day of the record on (CGI, article 204 H). */
export const withholdingRateBody = z.looseObject({
  /** The account whose rate it is; the record stands in their personal database. */
  person: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  /** `own`: the rate that the tax office transmitted. `neutral`: it gave none, or the person chose the default grid. */
  kind: z.enum(['own', 'neutral']),
  /** Of `own` alone. */
  ratePpm: ratePpm.optional(),
  /** Of `neutral` alone: whose grid applies. */
  territory: territory.optional(),
  /** Where the rate comes from: the message of the tax office and its day, the person's letter. */
  source: shortText,
});

/** Body of a `withholdingRate` record. */
export type WithholdingRateBody = z.infer<typeof withholdingRateBody>;

/** Facts of the type `withholdingRate`. */
export const withholdingRateFacts = {
  body: withholdingRateBody,
  version: 1,
  database: 'person',
  writers: ['supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  // What was withheld in a closed month was withheld at the rate that stood then.
  month: { belongs: 'always' },
  counts: 'nothing',
  erasure: { stays: 'duty', duty: 'pay', statuses: ['active'] },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [['kind', 'ratePpm', 'territory']],
} as const satisfies RecordFacts;
