import type { InvoiceState, Receivable } from '../../../../shared/billing/receivables.ts';
import { invoiceState } from '../../../../shared/billing/receivables.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';

/** An invoice with what the list shows of it. */
export interface InvoiceRow {
  readonly invoice: RecordOf<'invoice'>;
  readonly customerName: string;
  readonly state: InvoiceState;
  /** Zero for a draft. */
  readonly dueCents: number;
}

/** What the list is narrowed to. */
export interface InvoiceFilter {
  readonly state: InvoiceState | 'all';
  readonly search: string;
}

/** Drafts first, then the newest; removed drafts are left out. An overdue invoice is to collect too. */
export function listInvoices(
  invoices: readonly RecordOf<'invoice'>[],
  receivables: readonly Receivable[],
  nameOf: (customerId: string) => string,
  filter: InvoiceFilter,
): InvoiceRow[] {
  const byId = new Map(receivables.map((receivable) => [receivable.invoice.id, receivable]));
  const words = fold(filter.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return invoices
    .filter(({ status }) => status !== 'voided')
    .map((invoice) => {
      const receivable = byId.get(invoice.id);
      return {
        invoice,
        customerName: invoice.body.customer?.name ?? nameOf(invoice.body.customerId),
        state: invoiceState(invoice, receivable),
        dueCents: receivable?.dueCents ?? 0,
      };
    })
    .filter(({ state }) => matchesState(state, filter.state))
    .filter(({ invoice, customerName }) => {
      const text = fold(`${customerName} ${invoice.body.number} ${invoice.body.subject}`);
      return words.every((word) => text.includes(word));
    })
    .sort(byNewest);
}

function matchesState(state: InvoiceState, wanted: InvoiceFilter['state']): boolean {
  return wanted === 'all' || state === wanted || (wanted === 'toCollect' && state === 'overdue');
}

function byNewest(a: InvoiceRow, b: InvoiceRow): number {
  const isDraftA = a.state === 'draft';
  if (isDraftA !== (b.state === 'draft')) return isDraftA ? -1 : 1;
  if (a.invoice.date !== b.invoice.date) return a.invoice.date < b.invoice.date ? 1 : -1;
  return a.invoice.body.sequence === b.invoice.body.sequence
    ? a.invoice.id < b.invoice.id
      ? 1
      : -1
    : b.invoice.body.sequence - a.invoice.body.sequence;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
