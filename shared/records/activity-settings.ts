import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { contract } from './contract.ts';
import { cents, currency, positiveCents, ratePpm, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** Facts about one activity and its contract, kept by the support team. One record an activity. */
export const activitySettingsBody = z.looseObject({
  name: shortText.min(1),
  /** Two to four letters that start the numbers of its invoices. */
  code: z.string().regex(/^[A-Z]{2,4}$/),
  entrepreneur: z.looseObject({ account: shortText.min(1), firstName: shortText, lastName: shortText.min(1) }),
  region: shortText,
  country: z.string().regex(/^[A-Z]{2}$/),
  currency,
  /** Account balance taken over at `openingDate`, before any entry of the book. */
  openingBalanceCents: cents,
  openingDate: plainDate,
  /** What the member wants to keep on the account before paying themself. */
  reserveTargetCents: positiveCents,
  defaultVatRatePpm: ratePpm,
  contract,
  /** All contracts one after the other; when present, `contract` is the latest of them, kept for older devices. */
  contracts: z.array(contract).min(1).max(30).optional(),
  payroll: z.looseObject({
    mutuelleCents: positiveCents,
    mutuelleEmployerSharePpm: ratePpm,
    transportRatePpm: ratePpm,
  }),
});

/** Body of an `activitySettings` record. */
export type ActivitySettingsBody = z.infer<typeof activitySettingsBody>;

/** Facts of the type `activitySettings`. */
export const activitySettingsFacts = {
  body: activitySettingsBody,
  version: 1,
  database: 'book',
  writers: ['supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'withBook' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
