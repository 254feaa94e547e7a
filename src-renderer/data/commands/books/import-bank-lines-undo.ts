import { reversalId, reversalOf } from '../../../../shared/billing/payment-reversal.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import type { RecordImage } from '../../record-image.ts';
import type { RecordWrite } from '../../storage-access.ts';

/** What taking back an import would touch. */
export interface ImportTrace {
  /** Entries of the import that are still in the ledger. */
  readonly entries: readonly RecordOf<'ledgerEntry'>[];
  /** Of these, how many a person changed since. */
  readonly changedCount: number;
  /** Payments of the import that nobody reversed. */
  readonly payments: readonly RecordOf<'payment'>[];
}

/** Finds what is left of an import. Only complete once the image is. */
export function traceImport(book: RecordImage, importId: string): ImportTrace {
  const entries = book
    .list('ledgerEntry')
    .filter((entry) => entry.status === 'active' && entry.body.bank?.importId === importId);
  const payments = book.list('payment');
  const reversed = new Set(payments.map((payment) => payment.body.reverses));
  return {
    entries,
    changedCount: entries.filter((entry) => entry.edits.length > 1).length,
    payments: payments.filter(
      (payment) =>
        payment.body.bank?.importId === importId && payment.body.reverses === undefined && !reversed.has(payment.id),
    ),
  };
}

/**
 * Takes a whole import back, in one transaction: its entries voided, its payments reversed on their own date (so that no
 * month keeps a trace of them), the import marked undone. Errors: `record.notFound`, those of the write.
 */
export async function undoBankImport(store: BookStore, importId: string): Promise<Result<ImportTrace>> {
  const { book } = store;
  const bankImport = book.get(importId);
  if (
    !book.isComplete ||
    bankImport === undefined ||
    !isOfType(bankImport, 'bankImport') ||
    bankImport.status !== 'imported'
  ) {
    return fail(appError('record.notFound', `no import ${importId} to take back`));
  }
  const { context } = store.parts;
  const trace = traceImport(book, importId);
  const writes: RecordWrite[] = [
    { before: bankImport, after: reviseRecord(context, bankImport, { status: 'undone' }) },
    ...trace.entries.map((entry) => ({ before: entry, after: reviseRecord(context, entry, { status: 'voided' }) })),
    ...trace.payments.map((payment) => ({ before: undefined, after: reverse(store, payment) })),
  ];
  const done = await store.write('bankImportUndone', writes);
  return done.ok ? ok(trace) : done;
}

function reverse(store: BookStore, payment: RecordOf<'payment'>): RecordOf<'payment'> {
  return createRecord(store.parts.context, {
    type: 'payment',
    id: reversalId(payment.id, hashBytes),
    activityId: payment.activityId,
    date: payment.date,
    status: 'recorded',
    body: reversalOf(payment),
  });
}
