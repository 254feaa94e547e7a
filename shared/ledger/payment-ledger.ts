import { netShareOfPayments, settledCents } from '../billing/payment-share.ts';
import type { RecordOf } from '../records/registry.ts';
import type { LedgerRules } from './ledger-rules.ts';
import type { PaidInvoices } from './paid-invoices.ts';

/** A payment of an invoice: it collects the part of the turnover that it pays, up to what was open. */
export const paymentLedger: LedgerRules<'payment'> = {
  effects(payment, invoices) {
    const invoice = invoices.invoiceOf(payment);
    if (invoice === undefined) return [];
    const { totals, customer } = invoice.body;
    const { before, after } = settledBy(payment, invoice, invoices);
    return [
      {
        kind: 'collected',
        amountCents: netShareOfPayments(totals, after) - netShareOfPayments(totals, before),
        isInternal: customer?.isInternal === true,
        // Noted before there was an invoice it moved nothing: a later invoice must not reach back into its month.
        date: payment.date < invoice.date ? invoice.date : payment.date,
      },
    ];
  },
  row(payment, netCents, invoices) {
    const invoice = invoices.invoiceOf(payment);
    const { amountCents, currency } = payment.body;
    const { before, after } = invoice === undefined ? NOTHING : settledBy(payment, invoice, invoices);
    return {
      kind: 'payment',
      label: invoice?.body.number ?? '',
      counterparty: invoice?.body.customer?.name ?? '',
      currency,
      amountCents,
      vatCents: invoice?.body.currency === currency ? after - before - netCents : 0,
    };
  },
};

const NOTHING = { before: 0, after: 0 };

/** Cents of an invoice that were settled before a payment and with it. */
function settledBy(payment: RecordOf<'payment'>, { body }: RecordOf<'invoice'>, invoices: PaidInvoices) {
  const settled = (paidCents: number): number => settledCents(body.totals, paidCents);
  return { before: settled(invoices.paidBefore(payment)), after: settled(invoices.paidAfter(payment)) };
}
