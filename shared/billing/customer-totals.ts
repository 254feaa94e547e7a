import type { Receivable } from './receivables.ts';

/** What one customer was invoiced and still owes, in minor units of one currency. */
export interface CustomerTotals {
  readonly invoiceCount: number;
  /** Invoiced turnover, excluding VAT. */
  readonly invoicedNetCents: number;
  /** Still to collect, including VAT; money paid in excess on one invoice does not reduce another. */
  readonly toCollectCents: number;
  readonly overdueCents: number;
  /** Of the invoices, those in another currency: in no amount. */
  readonly otherCurrencyCount: number;
}

/** The totals of a customer without any invoice. */
export const NO_TOTALS: CustomerTotals = {
  invoiceCount: 0,
  invoicedNetCents: 0,
  toCollectCents: 0,
  overdueCents: 0,
  otherCurrencyCount: 0,
};

/** Totals per customer id of issued invoices. Sums in one currency: an invoice in another is counted, never added. */
export function totalByCustomer(receivables: Iterable<Receivable>, currency: string): Map<string, CustomerTotals> {
  const totals = new Map<string, CustomerTotals>();
  for (const receivable of receivables) {
    const { customerId } = receivable.invoice.body;
    totals.set(customerId, addInvoice(totals.get(customerId) ?? NO_TOTALS, receivable, currency));
  }
  return totals;
}

function addInvoice(
  known: CustomerTotals,
  { invoice: { body }, dueCents, isOverdue }: Receivable,
  currency: string,
): CustomerTotals {
  const invoiceCount = known.invoiceCount + 1;
  if (body.currency !== currency) {
    return { ...known, invoiceCount, otherCurrencyCount: known.otherCurrencyCount + 1 };
  }
  return {
    ...known,
    invoiceCount,
    invoicedNetCents: known.invoicedNetCents + body.totals.netCents,
    toCollectCents: known.toCollectCents + Math.max(0, dueCents),
    overdueCents: known.overdueCents + (isOverdue ? dueCents : 0),
  };
}
