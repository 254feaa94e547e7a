import { isReversalOf } from '../billing/payment-reversal.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

type Payment = RecordOf<'payment'>;

/** The issued invoices of a book and what was paid of them. */
export interface PaidInvoices {
  readonly invoiceOf: (payment: Payment) => RecordOf<'invoice'> | undefined;
  /** Cents of its invoice that were paid before a payment: by date, then id. */
  readonly paidBefore: (payment: Payment) => number;
  /** The same with this payment; what it was before where the payment pays nothing, see {@link listPaidInvoices}. */
  readonly paidAfter: (payment: Payment) => number;
}

/**
 * What is paid in another currency than the invoice pays nothing of it, nor does money that comes back by a reversal of what is
 * not there, is a reversal itself, or was another amount.
 */
export function listPaidInvoices(records: Iterable<AnyRecord>): PaidInvoices {
  const invoices = new Map<string, RecordOf<'invoice'>>();
  const payments: Payment[] = [];
  for (const record of records) {
    if (isOfType(record, 'invoice') && record.status === 'issued') invoices.set(record.id, record);
    else if (isOfType(record, 'payment')) payments.push(record);
  }
  const paidCents = new Map<string, number>();
  const [before, after] = [new Map<string, number>(), new Map<string, number>()];
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  for (const payment of payments.sort((a, b) => (isEarlier(a, b) ? -1 : 1))) {
    const { id, body } = payment;
    const paid = paidCents.get(body.invoiceId) ?? 0;
    const isOfInvoice = invoices.get(body.invoiceId)?.body.currency === body.currency;
    const isPaid = isOfInvoice && (body.amountCents <= 0 || isSound(payment, byId));
    before.set(id, paid);
    after.set(id, isPaid ? paid + body.amountCents : paid);
    paidCents.set(body.invoiceId, after.get(id) ?? paid);
  }
  return {
    invoiceOf: ({ body }) => invoices.get(body.invoiceId),
    paidBefore: ({ id }) => before.get(id) ?? 0,
    paidAfter: ({ id }) => after.get(id) ?? 0,
  };
}

function isSound(payment: Payment, byId: ReadonlyMap<string, Payment>): boolean {
  const { reverses } = payment.body;
  return reverses === undefined || isReversalOf(payment, byId.get(reverses));
}

function isEarlier(a: Payment, b: Payment): boolean {
  return a.date === b.date ? a.id < b.id : a.date < b.date;
}
