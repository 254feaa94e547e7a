import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import {
  address,
  cents,
  computation,
  count,
  currency,
  decimal,
  longText,
  positiveCents,
  ratePpm,
  reference,
  shortText,
} from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** One line of an invoice: quantity × unit price excluding VAT. */
export const invoiceLine = z.looseObject({
  description: z.string().max(1000),
  quantity: decimal,
  unit: shortText,
  /** Excluding VAT. */
  unitPrice: decimal,
  vatRatePpm: ratePpm,
});

/** Totals of an invoice; each figure computed by `shared/billing`. */
export const invoiceTotals = z.looseObject({
  byRate: z.array(z.looseObject({ vatRatePpm: ratePpm, netCents: cents, vatCents: cents })).max(20),
  netCents: cents,
  vatCents: cents,
  grossCents: cents,
});

const party = z.looseObject({
  name: shortText.min(1),
  siren: z.string().max(9).optional(),
  vatNumber: z.string().max(20).optional(),
  address,
  /** Of a customer: decides which mentions are printed. */
  kind: z.enum(['business', 'individual', 'public']).optional(),
  /** Of a customer: another activity of the cooperative. */
  isInternal: z.boolean().optional(),
  /** Of the seller: the member's trade name, and what the law wants printed about the company. */
  tradeName: shortText.optional(),
  legalForm: shortText.optional(),
  registry: shortText.optional(),
  shareCapitalCents: positiveCents.optional(),
  iban: z.string().max(34).optional(),
});

/** An invoice of the cooperative for one activity. A draft has no number; once issued it never changes. */
export const invoiceBody = z.looseObject({
  /** Empty while a draft. */
  number: z.string().max(35),
  series: z.string().max(20),
  /** Position in the series from 1; 0 while a draft. */
  sequence: count,
  customerId: reference,
  /** Frozen at issue. */
  customer: party.optional(),
  seller: party.optional(),
  dueDate: plainDate,
  currency,
  subject: shortText,
  lines: z.array(invoiceLine).max(200),
  totals: invoiceTotals,
  note: longText.optional(),
  /** What is sold: a mention asked for by décret 2022-1299. */
  operation: z.enum(['services', 'goods', 'both']).optional(),
  /** The customer's order number. */
  orderReference: shortText.optional(),
  /** When the supply was made, if not on the date of the invoice. */
  supplyDate: plainDate.optional(),
  /** Why lines bear no VAT: a key of `shared/billing/vat-exemptions.ts`. */
  vatExemption: shortText.optional(),
  /** The cooperative's late-payment terms, frozen at issue. */
  latePenaltyText: longText.optional(),
  computation: computation.optional(),
});

/** Body of an `invoice` record. */
export type InvoiceBody = z.infer<typeof invoiceBody>;
/** One line of an invoice. */
export type InvoiceLine = z.infer<typeof invoiceLine>;
/** Totals of an invoice. */
export type InvoiceTotals = z.infer<typeof invoiceTotals>;

/** Facts of the type `invoice`. */
export const invoiceFacts = {
  body: invoiceBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'draft',
  statuses: { draft: ['issued', 'voided'], issued: [], voided: ['draft'] },
  editable: ['draft'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'while', statuses: ['issued'] },
  counts: { statuses: ['issued'], plus: 'totals.netCents' },
  erasure: { stays: 'duty', duty: 'accounting', statuses: ['issued'] },
  judged: ['issued'],
  handedOut: ['issued'],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [['lines', 'currency', 'totals']],
} as const satisfies RecordFacts;
