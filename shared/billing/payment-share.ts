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

/**
 * The part of a cumulated payment that settles an invoice: nothing below nothing, and no more than its total. What is paid too
 * much is no turnover until it is settled (given back, or invoiced).
 */
export function settledCents({ grossCents }: InvoiceTotals, paidCents: number): number {
  return Math.max(Math.min(0, grossCents), Math.min(Math.max(0, grossCents), paidCents));
}
