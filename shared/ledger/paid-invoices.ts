import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

type Payment = RecordOf<'payment'>;

/** The issued invoices of a book and what was paid of them. */
export interface PaidInvoices {
  readonly invoiceOf: (payment: Payment) => RecordOf<'invoice'> | undefined;
  /** Cents of its invoice that were paid before a payment: by date, then id. */
  readonly paidBefore: (payment: Payment) => number;
}

/** What is paid in another currency than the invoice pays nothing of it. */
export function listPaidInvoices(records: Iterable<AnyRecord>): PaidInvoices {
  const invoices = new Map<string, RecordOf<'invoice'>>();
  const payments: Payment[] = [];
  for (const record of records) {
    if (isOfType(record, 'invoice') && record.status === 'issued') invoices.set(record.id, record);
    else if (isOfType(record, 'payment')) payments.push(record);
  }
  const paidCents = new Map<string, number>();
  const before = new Map<string, number>();
  for (const { id, body } of payments.sort((a, b) => (isEarlier(a, b) ? -1 : 1))) {
    const paid = paidCents.get(body.invoiceId) ?? 0;
    before.set(id, paid);
    if (invoices.get(body.invoiceId)?.body.currency !== body.currency) continue;
    paidCents.set(body.invoiceId, paid + body.amountCents);
  }
  return {
    invoiceOf: ({ body }) => invoices.get(body.invoiceId),
    paidBefore: ({ id }) => before.get(id) ?? 0,
  };
}

function isEarlier(a: Payment, b: Payment): boolean {
  return a.date === b.date ? a.id < b.id : a.date < b.date;
}
