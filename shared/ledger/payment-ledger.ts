import { netShareOfPayments, settledCents } from '../billing/payment-share.ts';
import type { RecordOf } from '../records/registry.ts';
import type { LedgerRules } from './ledger-rules.ts';
import type { PaidInvoices } from './paid-invoices.ts';

/** A payment of an invoice: it collects the part of the turnover that it pays, up to what was open. */
export const paymentLedger: LedgerRules<'payment'> = {
  effects(payment, invoices) {
    const invoice = invoices.invoiceOf(payment);
    if (invoice === undefined) return [];
    return [
      {
        kind: 'collected',
        amountCents: settledBy(payment, invoice, invoices).netCents,
        isInternal: invoice.body.customer?.isInternal === true,
        // Noted before there was an invoice it moved nothing: a later invoice must not reach back into its month.
        date: payment.date < invoice.date ? invoice.date : payment.date,
      },
    ];
  },
  row(payment, invoices) {
    const invoice = invoices.invoiceOf(payment);
    const { amountCents, currency } = payment.body;
    return {
      kind: 'payment',
      label: invoice?.body.number ?? '',
      counterparty: invoice?.body.customer?.name ?? '',
      currency,
      amountCents,
      vatCents: invoice === undefined ? 0 : settledBy(payment, invoice, invoices).vatCents,
    };
  },
};

/** What a payment settles of its invoice, in the invoice's currency: turnover and the VAT on it. */
function settledBy(
  payment: RecordOf<'payment'>,
  { body: { totals } }: RecordOf<'invoice'>,
  invoices: PaidInvoices,
): { readonly netCents: number; readonly vatCents: number } {
  const before = settledCents(totals, invoices.paidBefore(payment));
  const after = settledCents(totals, invoices.paidAfter(payment));
  const netCents = netShareOfPayments(totals, after) - netShareOfPayments(totals, before);
  return { netCents, vatCents: after - before - netCents };
}
