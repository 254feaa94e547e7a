import type { Receivable } from './receivables.ts';

/** What one customer was invoiced and still owes, in cents. */
export interface CustomerTotals {
  readonly invoiceCount: number;
  /** Invoiced turnover, excluding VAT. */
  readonly invoicedNetCents: number;
  /** Still to collect, including VAT; money paid in excess on one invoice does not reduce another. */
  readonly toCollectCents: number;
  readonly overdueCents: number;
}

/** The totals of a customer without any invoice. */
export const NO_TOTALS: CustomerTotals = { invoiceCount: 0, invoicedNetCents: 0, toCollectCents: 0, overdueCents: 0 };

/** Totals per customer id of issued invoices, all in the activity's one currency. */
export function totalByCustomer(receivables: Iterable<Receivable>): Map<string, CustomerTotals> {
  const totals = new Map<string, CustomerTotals>();
  for (const { invoice, dueCents, isOverdue } of receivables) {
    const known = totals.get(invoice.body.customerId) ?? NO_TOTALS;
    totals.set(invoice.body.customerId, {
      invoiceCount: known.invoiceCount + 1,
      invoicedNetCents: known.invoicedNetCents + invoice.body.totals.netCents,
      toCollectCents: known.toCollectCents + Math.max(0, dueCents),
      overdueCents: known.overdueCents + (isOverdue ? dueCents : 0),
    });
  }
  return totals;
}
