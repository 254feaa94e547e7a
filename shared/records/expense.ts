import { z } from './zod.ts';
import { MAX_RECEIPT_BYTES } from '../receipts/receipt-chunks.ts';
import { currency, longText, positiveCents, ratePpm, sha256, shortText } from './fields.ts';
import { LIVE, PRICE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';

/** Manifest of a receipt; its bytes live in the receipts vault. */
export const receiptManifest = z.looseObject({
  sha256,
  sizeBytes: z.int().min(1).max(MAX_RECEIPT_BYTES),
  mimeType: shortText,
  fileName: shortText,
});

/** An expense of the activity paid by the member and given back, or paid by the cooperative. */
export const expenseBody = z.looseObject({
  label: shortText.min(1),
  category: z.enum(['travel', 'meals', 'supplies', 'equipment', 'telecom', 'training', 'other']),
  /** Including VAT. */
  amountCents: positiveCents,
  currency,
  vatRatePpm: ratePpm,
  vatCents: positiveCents,
  paidBy: z.enum(['member', 'cooperative']),
  receipt: receiptManifest.optional(),
  /** A purchase on which the contribution is given back, where the rule does so. */
  givesContributionBack: z.boolean().optional(),
  note: longText.optional(),
});

/** Body of an `expense` record. */
export type ExpenseBody = z.infer<typeof expenseBody>;
/** Manifest of a receipt. */
export type ReceiptManifest = z.infer<typeof receiptManifest>;

/** Facts of the type `expense`. */
export const expenseFacts = {
  body: expenseBody,
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
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [PRICE],
} as const satisfies RecordFacts;
