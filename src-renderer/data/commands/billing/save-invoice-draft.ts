import { computeInvoiceTotals } from '../../../../shared/billing/invoice-totals.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { InvoiceBody } from '../../../../shared/records/invoice.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import { changeOne, saveOne } from '../../write-one.ts';

type Invoice = RecordOf<'invoice'>;

/** What a person decides of an invoice before it is issued; empty texts stand for "none". */
export interface InvoiceDraft {
  readonly date: string;
  readonly dueDate: string;
  readonly customerId: string;
  readonly subject: string;
  readonly lines: InvoiceBody['lines'];
  readonly note: string;
  readonly operation: NonNullable<InvoiceBody['operation']>;
  readonly orderReference: string;
  readonly supplyDate: string;
  readonly vatExemption: string;
}

/**
 * Creates a draft under `id` or changes the one `seen`; totals are computed here. Errors: those of the totals, those of a
 * write.
 */
export async function saveInvoiceDraft(
  store: BookStore,
  id: string,
  draft: InvoiceDraft,
  seen: Invoice | undefined,
): Promise<Result<Invoice>> {
  const currency = seen?.body.currency ?? readBookSettings(store.book).currency;
  const totals = computeInvoiceTotals(draft.lines, currency);
  if (!totals.ok) return totals;
  const body = { ...ownBody(seen), ...draftBody(draft), currency, totals: totals.value };
  return saveOne(store, 'invoiceDraftSaved', seen, { type: 'invoice', id, date: draft.date, status: 'draft', body });
}

/** Puts a draft aside, or takes it back. Errors: those of a write. */
export function setInvoiceDraftStatus(
  store: BookStore,
  seen: Invoice,
  status: 'draft' | 'voided',
): Promise<Result<Invoice>> {
  return changeOne(store, status === 'voided' ? 'invoiceDraftVoided' : 'invoiceDraftSaved', seen, { status });
}

function ownBody(seen: Invoice | undefined): Pick<InvoiceBody, 'number' | 'series' | 'sequence'> {
  if (seen === undefined) return { number: '', series: '', sequence: 0 };
  // Members a newer Sillon wrote stay; those the draft decides are set below or left out.
  const { note, orderReference, supplyDate, vatExemption, ...kept } = seen.body;
  return kept;
}

function draftBody(draft: InvoiceDraft) {
  const { dueDate, customerId, subject, lines, operation } = draft;
  const { note, orderReference, supplyDate, vatExemption } = draft;
  return {
    dueDate,
    customerId,
    subject,
    lines,
    operation,
    ...(note === '' ? {} : { note }),
    ...(orderReference === '' ? {} : { orderReference }),
    ...(supplyDate === '' ? {} : { supplyDate }),
    ...(vatExemption === '' ? {} : { vatExemption }),
  };
}
