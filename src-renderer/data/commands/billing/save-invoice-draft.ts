import { computeInvoiceTotals } from '../../../../shared/billing/invoice-totals.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { InvoiceBody } from '../../../../shared/records/invoice.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';

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
 * Creates a draft under `id` or changes it; totals are computed here. `before` is the draft as the screen last saw it.
 * Errors: those of the totals, those of a write.
 */
export async function saveInvoiceDraft(
  store: BookStore,
  id: string,
  draft: InvoiceDraft,
  before: RecordOf<'invoice'> | undefined,
): Promise<Result<RecordOf<'invoice'>>> {
  const { account, context } = store.parts;
  if (account.activityId === null) return fail(appError('record.forbidden', 'this account has no activity'));
  const currency = before?.body.currency ?? readBookSettings(store.book).currency;
  const totals = computeInvoiceTotals(draft.lines, currency);
  if (!totals.ok) return totals;
  const body: InvoiceBody = { ...ownBody(before), ...draftBody(draft), currency, totals: totals.value };
  const after =
    before === undefined
      ? createRecord(context, {
          type: 'invoice',
          id,
          activityId: account.activityId,
          date: draft.date,
          status: 'draft',
          body,
        })
      : reviseRecord(context, before, { date: draft.date, body });
  const done = await store.write('invoiceDraftSaved', [{ before, after }]);
  return done.ok ? ok(after) : done;
}

/** Puts a draft aside, or takes it back. */
export async function setInvoiceDraftStatus(
  store: BookStore,
  draft: RecordOf<'invoice'>,
  status: 'draft' | 'voided',
): Promise<Result<RecordOf<'invoice'>>> {
  const after = reviseRecord(store.parts.context, draft, { status });
  const done = await store.write(status === 'voided' ? 'invoiceDraftVoided' : 'invoiceDraftSaved', [
    { before: draft, after },
  ]);
  return done.ok ? ok(after) : done;
}

function ownBody(before: RecordOf<'invoice'> | undefined): Pick<InvoiceBody, 'number' | 'series' | 'sequence'> {
  if (before === undefined) return { number: '', series: '', sequence: 0 };
  // Members a newer Sillon wrote stay; those the draft decides are set below or left out.
  const { note, orderReference, supplyDate, vatExemption, ...kept } = before.body;
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
