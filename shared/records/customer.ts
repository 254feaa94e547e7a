import { z } from './zod.ts';
import { address, longText, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';

/** A customer of an activity. */
export const customerBody = z.looseObject({
  name: shortText.min(1),
  kind: z.enum(['business', 'individual', 'public']),
  siren: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional(),
  vatNumber: z.string().max(20).optional(),
  address,
  email: shortText.optional(),
  phone: shortText.optional(),
  paymentTermsDays: z.int().min(0).max(120).optional(),
  /** Another activity of the cooperative: invoices to it are internal. */
  isInternal: z.boolean().optional(),
  note: longText.optional(),
});

/** Body of a `customer` record. */
export type CustomerBody = z.infer<typeof customerBody>;

/** Facts of the type `customer`. */
export const customerFacts = {
  body: customerBody,
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
  erasure: { stays: 'withEvidence' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
