import { z } from './zod.ts';
import { cents, currency, exchangeRate, longText, ratePpm, reference, shortText } from './fields.ts';
import { LIVE, PRICE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';

/**
 * One movement of the activity ledger. `amountCents` includes VAT and is signed: money in is positive.
 * `transfer` moves money without being income or charge (own transfers, salaries paid, receipts of invoices already noted).
 */
export const ledgerEntryBody = z.looseObject({
  label: shortText.min(1),
  category: z.enum(['sale', 'otherIncome', 'purchase', 'insurance', 'bankFee', 'otherCharge', 'transfer']),
  amountCents: cents,
  currency,
  vatRatePpm: ratePpm,
  /** VAT contained in the amount, same sign; `amountCents − vatCents` is what counts on the activity account. */
  vatCents: cents,
  counterparty: shortText.optional(),
  /** True until a person confirmed category and VAT of an imported line. */
  needsReview: z.boolean().optional(),
  /** A purchase on which the contribution is given back, where the rule does so. */
  givesContributionBack: z.boolean().optional(),
  /** A sale to another activity of the cooperative. */
  isInternal: z.boolean().optional(),
  note: longText.optional(),
  /** Where an imported line comes from. */
  bank: z
    .looseObject({
      importId: reference,
      account: shortText,
      /** The bank's own id, or a fingerprint of the line when the file has none. */
      transactionId: shortText,
      rawLabel: z.string().max(500),
      /** Present when the statement is in another currency: what stood in the file, and the rate used. */
      original: z.looseObject({ amountCents: cents, currency, rate: exchangeRate }).optional(),
    })
    .optional(),
});

/** Body of a `ledgerEntry` record. */
export type LedgerEntryBody = z.infer<typeof ledgerEntryBody>;
/** What a ledger movement is. */
export type LedgerCategory = LedgerEntryBody['category'];

/** Facts of the type `ledgerEntry`. */
export const ledgerEntryFacts = {
  body: ledgerEntryBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'always' },
  counts: { statuses: ['active'], plus: 'amountCents', minus: 'vatCents' },
  erasure: { stays: 'duty', duty: 'accounting', statuses: 'every' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'late',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [PRICE],
} as const satisfies RecordFacts;
