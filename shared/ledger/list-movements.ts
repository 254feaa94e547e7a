import { isCounted } from '../records/counted.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { CountedType, RecordOf } from '../records/registry.ts';
import { ledgerOf } from './ledger-table.ts';
import type { Movement } from './movement.ts';
import type { PaidInvoices } from './paid-invoices.ts';
import { listPaidInvoices } from './paid-invoices.ts';

/**
 * The movements of a book: every record's effect on the account, in the order of the records. Invoices give `invoiced`
 * turnover at issue and `collected` turnover with each payment, not before the invoice itself. What does not count (voided,
 * draft, refused, cancelled) gives nothing.
 */
export function listMovements(records: readonly AnyRecord[]): Movement[] {
  const invoices = listPaidInvoices(records);
  return records.flatMap((record) => (isCounted(record) ? movementsOf(record, invoices) : []));
}

/** The movements of one record that counts. */
export function movementsOf(record: RecordOf<CountedType>, invoices: PaidInvoices): Movement[] {
  const { id: recordId, date } = record;
  return ledgerOf(record)
    .effects(record, invoices)
    .map((effect) => ({ recordId, date, ...effect }));
}
