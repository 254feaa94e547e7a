import { z } from './zod.ts';
import { cents, currency, exchangeRate, reference, shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';

/** Money received for an invoice (negative: given back). Append-only: a mistake is corrected by a reversing payment. */
export const paymentBody = z.looseObject({
  invoiceId: reference,
  /** Including VAT. */
  amountCents: cents,
  currency,
  method: z.enum(['transfer', 'cheque', 'card', 'cash', 'directDebit']),
  /** The bank line it was recognised in. */
  bank: z
    .looseObject({
      importId: reference,
      account: shortText,
      transactionId: shortText,
      rawLabel: z.string().max(500),
      original: z.looseObject({ amountCents: cents, currency, rate: exchangeRate }).optional(),
    })
    .optional(),
  /** The payment this one reverses. */
  reverses: reference.optional(),
  note: shortText.optional(),
});

/** Body of a `payment` record. */
export type PaymentBody = z.infer<typeof paymentBody>;

/** Facts of the type `payment`. */
export const paymentFacts = {
  body: paymentBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'recorded',
  statuses: { recorded: [] },
  editable: [],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'always' },
  counts: { statuses: 'every', plus: 'amountCents' },
  erasure: { stays: 'duty', duty: 'accounting', statuses: 'every' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
