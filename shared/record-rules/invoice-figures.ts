import { computeInvoiceTotals, proveInvoiceTotals } from '../billing/invoice-totals.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Difference } from './difference.ts';
import { listDifferences } from './difference.ts';
import type { FigureTools } from './figure-tools.ts';

/** Recomputes the totals of an invoice, and the digests of an issued one. */
export function findInvoiceDifferences(invoice: RecordOf<'invoice'>, { hash }: FigureTools): Difference[] {
  const { lines, currency, totals, computation } = invoice.body;
  const expected = computeInvoiceTotals(lines, currency);
  if (!expected.ok) return [{ path: 'body.lines', expected: expected.error.code, found: '' }];
  const differences = listDifferences('body.totals', expected.value, totals);
  if (invoice.status !== 'issued') return differences;
  const proof = proveInvoiceTotals(lines, currency, expected.value, hash);
  return [...differences, ...listDifferences('body.computation', proof, computation)];
}
