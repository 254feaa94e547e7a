import { isCounted } from '../records/counted.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { CountedType, RecordOf } from '../records/registry.ts';
import { ledgerOf } from './ledger-table.ts';
import type { Movement } from './movement.ts';
import { isInCurrency } from './own-currency.ts';
import type { PaidInvoices } from './paid-invoices.ts';
import { listPaidInvoices } from './paid-invoices.ts';

/**
 * The movements of a book: every record's effect on the account, in the order of the records. Invoices give `invoiced`
 * turnover at issue and `collected` turnover with each payment, not before the invoice itself. What does not count (voided,
 * draft, refused, cancelled), or is in another currency than the book, gives nothing.
 */
export function listMovements(records: readonly AnyRecord[], currency: string): Movement[] {
  const invoices = listPaidInvoices(records);
  return records.flatMap((record) => (isCounted(record) ? movementsOf(record, invoices, currency) : []));
}

/** The movements of one record that counts, where the book is in a currency. */
export function movementsOf(record: RecordOf<CountedType>, invoices: PaidInvoices, currency: string): Movement[] {
  if (!isInCurrency(record, currency)) return [];
  const { id: recordId, date } = record;
  return ledgerOf(record)
    .effects(record, invoices)
    .map((effect) => ({ recordId, date, ...effect }));
}
