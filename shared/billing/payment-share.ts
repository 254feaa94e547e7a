import { multiplyThenDivide } from '../money/rounding.ts';
import type { InvoiceTotals } from '../records/invoice.ts';

/**
 * The part of a cumulated payment that is turnover excluding VAT: paid × net ÷ gross, half up. Working on the cumulated
 * amount keeps the last payment from losing a cent: all of the gross paid gives all of the net.
 */
export function netShareOfPayments(totals: InvoiceTotals, paidCents: number): number {
  if (totals.grossCents === 0) return 0;
  return multiplyThenDivide(paidCents, totals.netCents, totals.grossCents);
}
