import { findIssueFaults, isBlankLine } from '../../../../shared/billing/check-issue.ts';
import { dueDateAtIssue, paymentTermsDays } from '../../../../shared/billing/due-date.ts';
import { freezeCustomer, freezeSeller } from '../../../../shared/billing/freeze-parties.ts';
import { computeInvoiceTotals, proveInvoiceTotals } from '../../../../shared/billing/invoice-totals.ts';
import { nextInvoiceNumber } from '../../../../shared/billing/number-series.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { InvoiceBody } from '../../../../shared/records/invoice.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { listKeptInvoices } from '../../conflicts/kept-invoices.ts';
import { todayOf } from '../../local-today.ts';
import { readCooperative } from '../../read-cooperative.ts';
import { readOne } from '../../read-one.ts';
import { readRange } from '../../storage-access.ts';
import { withLock } from '../../with-lock.ts';
import { writeOne } from '../../write-one.ts';

/**
 * Issues a draft: checks it, gives it the next number of this device's series, freezes customer, seller and totals with
 * their digests, in one write. A crash leaves either the draft without a number or the whole issued invoice. Not undoable.
 *
 * The number is chosen and written under a lock that all windows of this store share, from the invoices as stored: the
 * image of a window may lag behind what another window just wrote.
 *
 * Numbers of invoices that only a conflict copy holds any more are not given again.
 *
 * `shownEdit` is the newest edit of the draft the person confirmed; another one means it changed meanwhile. Errors: those
 * of {@link findIssueFaults}, `billing.sellerMissing`, `billing.dateBeforeSeries`, `record.notFound`, `record.final`,
 * `store.unavailable` when the browser has no locks, those of a write.
 */
export function issueInvoice(
  store: BookStore,
  invoiceId: string,
  issueDate: string,
  shownEdit?: string,
): Promise<Result<RecordOf<'invoice'>>> {
  return withLock(store, 'numbers', () => issueUnderLock(store, invoiceId, issueDate, shownEdit));
}

async function issueUnderLock(
  store: BookStore,
  invoiceId: string,
  issueDate: string,
  shownEdit: string | undefined,
): Promise<Result<RecordOf<'invoice'>>> {
  const { collections, account, context } = store.parts;
  if (collections.book === undefined) return fail(appError('record.forbidden', 'this account has no book'));
  const invoices = (await readRange(collections.book, 'invoice')).filter((record) => isOfType(record, 'invoice'));
  const draft = invoices.find((invoice) => invoice.id === invoiceId);
  if (draft === undefined) return fail(appError('record.notFound', `${invoiceId} is not there`));
  if (draft.status !== 'draft')
    return fail(appError('record.final', `${invoiceId} is ${draft.status}`, { id: draft.id }));
  if (shownEdit !== undefined && draft.edits[0] !== shownEdit) {
    return fail(
      appError('store.writeFailed', `${invoiceId} changed meanwhile`, { id: draft.id, changedElsewhere: true }),
    );
  }
  const customer = await readCustomer(store, draft.body.customerId);
  const cooperative = readCooperative(store);
  const activity = store.book.list('activitySettings').find(({ status }) => status === 'active');
  if (cooperative === undefined || activity === undefined) {
    return fail(appError('billing.sellerMissing', 'settings of the cooperative or the activity are missing'));
  }
  const lines = draft.body.lines.filter((line) => !isBlankLine(line));
  const totals = computeInvoiceTotals(lines, draft.body.currency);
  if (!totals.ok) return totals;
  const termsDays = paymentTermsDays({
    customerTermsDays: customer?.body.paymentTermsDays,
    cooperativeTermsDays: cooperative.body.paymentTermsDays,
  });
  const dueDate = dueDateAtIssue({ date: draft.date, dueDate: draft.body.dueDate }, issueDate, termsDays);
  const today = todayOf(context);
  const facts = { ...draft.body, totals: totals.value };
  const [fault] = findIssueFaults({ body: facts, dueDate, customer: customer?.body, issueDate, today });
  if (fault !== undefined) return fail(fault);
  if (customer === undefined) return fail(appError('billing.customerMissing', 'no customer chosen'));
  const copies = (await readRange(collections.book, 'conflictCopy')).filter((copy) => isOfType(copy, 'conflictCopy'));
  const taken = [...invoices, ...listKeptInvoices(copies)];
  const numbered = nextInvoiceNumber(taken, account.device.prefix, issueDate);
  if (!numbered.ok) return numbered;
  const body: InvoiceBody = {
    ...draft.body,
    ...numbered.value,
    lines,
    totals: totals.value,
    dueDate,
    customer: freezeCustomer(customer.body),
    seller: freezeSeller(cooperative.body, activity.body),
    latePenaltyText: cooperative.body.latePenaltyText,
    computation: { ...proveInvoiceTotals(lines, draft.body.currency, totals.value, hashBytes) },
  };
  const issued = reviseRecord(context, draft, { date: issueDate, status: 'issued', body });
  return writeOne(store, 'invoiceIssued', draft, issued);
}

async function readCustomer(store: BookStore, id: string): Promise<RecordOf<'customer'> | undefined> {
  const found = id === '' ? undefined : await readOne(store, 'customer', id);
  return found?.status === 'active' ? found : undefined;
}
