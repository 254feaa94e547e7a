import { netShareOfPayments } from '../billing/payment-share.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** A payment of an invoice: it collects the part of the turnover that it pays. */
export const paymentLedger: LedgerRules<'payment'> = {
  effects(payment, invoices) {
    const invoice = invoices.invoiceOf(payment);
    if (invoice?.body.currency !== payment.body.currency) return [];
    const { totals, customer } = invoice.body;
    const before = invoices.paidBefore(payment);
    const after = before + payment.body.amountCents;
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
    return {
      kind: 'payment',
      label: invoice?.body.number ?? '',
      counterparty: invoice?.body.customer?.name ?? '',
      currency,
      amountCents,
      vatCents: invoice === undefined ? 0 : amountCents - netCents,
    };
  },
};
