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

/** What an invoice is for the person who waits for the money. */
export type InvoiceState = 'draft' | 'toCollect' | 'overdue' | 'paid' | 'voided';

/** Every issued invoice with what was paid on it in its own currency, in the order of the records. `today` decides what is overdue. */
export function listReceivables(records: Iterable<AnyRecord>, today: string): Receivable[] {
  const payments: RecordOf<'payment'>[] = [];
  const invoices: RecordOf<'invoice'>[] = [];
  for (const record of records) {
    if (isOfType(record, 'invoice') && record.status === 'issued') invoices.push(record);
    else if (isOfType(record, 'payment')) payments.push(record);
  }
  const currencies = new Map(invoices.map(({ id, body }) => [id, body.currency]));
  const paid = new Map<string, number>();
  for (const { body } of payments) {
    if (currencies.get(body.invoiceId) !== body.currency) continue;
    paid.set(body.invoiceId, (paid.get(body.invoiceId) ?? 0) + body.amountCents);
  }
  return invoices.map((invoice) => {
    const paidCents = paid.get(invoice.id) ?? 0;
    const dueCents = invoice.body.totals.grossCents - paidCents;
    return { invoice, paidCents, dueCents, isOverdue: dueCents > 0 && invoice.body.dueDate < today };
  });
}

/** The state of an invoice, derived from its status and its payments; nothing to collect (even nothing at all) is paid. */
export function invoiceState(invoice: RecordOf<'invoice'>, receivable: Receivable | undefined): InvoiceState {
  if (invoice.status === 'draft') return 'draft';
  if (invoice.status === 'voided') return 'voided';
  if (receivable === undefined) return 'toCollect';
  if (receivable.dueCents <= 0) return 'paid';
  return receivable.isOverdue ? 'overdue' : 'toCollect';
}

/**
 * What customers still owe in a currency: the sum of what is due, money paid in excess left aside; `overdueCents` is part of it.
 * Invoices to collect in another currency are counted in `otherCurrencyDueCount`, never added.
 */
export function sumReceivables(
  receivables: Iterable<Receivable>,
  currency: string,
): {
  readonly toCollectCents: number;
  readonly overdueCents: number;
  readonly otherCurrencyDueCount: number;
} {
  let toCollectCents = 0;
  let overdueCents = 0;
  let otherCurrencyDueCount = 0;
  for (const { invoice, dueCents, isOverdue } of receivables) {
    if (invoice.body.currency !== currency) {
      if (dueCents > 0) otherCurrencyDueCount += 1;
      continue;
    }
    toCollectCents += Math.max(0, dueCents);
    if (isOverdue) overdueCents += dueCents;
  }
  return { toCollectCents, overdueCents, otherCurrencyDueCount };
}
