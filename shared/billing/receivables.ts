import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

/** An issued invoice and what is still to collect on it, including VAT. */
export interface Receivable {
  readonly invoice: RecordOf<'invoice'>;
  readonly paidCents: number;
  /** Gross − paid; negative when the customer paid too much. */
  readonly dueCents: number;
  readonly isOverdue: boolean;
}

/** Every issued invoice with what was paid on it, in the order of the records. `today` decides what is overdue. */
export function listReceivables(records: Iterable<AnyRecord>, today: string): Receivable[] {
  const paid = new Map<string, number>();
  const invoices: RecordOf<'invoice'>[] = [];
  for (const record of records) {
    if (isOfType(record, 'invoice') && record.status === 'issued') invoices.push(record);
    else if (isOfType(record, 'payment')) {
      paid.set(record.body.invoiceId, (paid.get(record.body.invoiceId) ?? 0) + record.body.amountCents);
    }
  }
  return invoices.map((invoice) => {
    const paidCents = paid.get(invoice.id) ?? 0;
    const dueCents = invoice.body.totals.grossCents - paidCents;
    return { invoice, paidCents, dueCents, isOverdue: dueCents > 0 && invoice.body.dueDate < today };
  });
}
