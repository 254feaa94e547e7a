import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { BookStore } from '../../book-store.ts';
import { buildConflictCopy } from '../../conflicts/conflict-copy.ts';
import { RecordImage } from '../../record-image.ts';
import { readRange, writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { issueInvoice } from './issue-invoice.ts';
import { saveCustomer } from './save-customer.ts';
import type { InvoiceDraft } from './save-invoice-draft.ts';
import { saveInvoiceDraft } from './save-invoice-draft.ts';

const TODAY = '2026-03-10';
const opened: BookStore[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(): Promise<BookStore> {
  const store = await openTestStore(() => `${TODAY}T09:00:00.000Z`);
  opened.push(store);
  return store;
}

/** A second window: the same stored data, its own image, which has read nothing yet. */
function openWindow(store: BookStore): BookStore {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  const staleBook = new RecordImage(book);
  staleBook.close();
  vi.spyOn(staleBook, 'list').mockImplementation((type) => (type === 'invoice' ? [] : store.book.list(type)));
  return new BookStore({ ...store.parts, images: { ...store.parts.images, book: staleBook } });
}

async function addCustomer(store: BookStore, city = 'Roubaix'): Promise<RecordOf<'customer'>> {
  const address = { lines: ['3 place de la Gare'], postalCode: '59100', city, country: 'FR' };
  return unwrap(await saveCustomer(store, { name: 'Mairie', kind: 'business', siren: '552 100 554', address }));
}

let draftCount = 0;

async function addDraft(store: BookStore, change: Partial<InvoiceDraft> = {}): Promise<RecordOf<'invoice'>> {
  draftCount += 1;
  const customerId = change.customerId ?? (await addCustomer(store)).id;
  const draft: InvoiceDraft = {
    date: TODAY,
    dueDate: '2026-04-09',
    customerId,
    subject: 'Atelier',
    lines: [
      { description: 'Animation', quantity: '1.5', unit: 'jour', unitPrice: '333.33', vatRatePpm: 200_000 },
      { description: '', quantity: '1', unit: '', unitPrice: '0', vatRatePpm: 200_000 },
    ],
    note: '',
    operation: 'services',
    orderReference: '',
    supplyDate: '',
    vatExemption: '',
    ...change,
  };
  return unwrap(await saveInvoiceDraft(store, `invoice:draft-${String(draftCount)}`, draft, undefined));
}

async function storedInvoices(store: BookStore): Promise<RecordOf<'invoice'>[]> {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  return (await readRange(book, 'invoice')).filter((record) => isOfType(record, 'invoice'));
}

describe('issueInvoice', () => {
  it('numbers, freezes both parties and proves the totals', async () => {
    const store = await open();
    const draft = await addDraft(store);
    const issued = unwrap(await issueInvoice(store, draft.id, TODAY, draft.edits[0]));
    expect(issued.status).toBe('issued');
    expect(issued.body.number).toBe('F-AB1-2026-0001');
    expect(issued.body.lines).toHaveLength(1);
    expect(issued.body.totals).toEqual({
      byRate: [{ vatRatePpm: 200_000, netCents: 50_000, vatCents: 10_000 }],
      netCents: 50_000,
      vatCents: 10_000,
      grossCents: 60_000,
    });
    expect(issued.body.customer).toMatchObject({ name: 'Mairie', siren: '552100554', kind: 'business' });
    expect(issued.body.seller).toMatchObject({ name: 'Coopérative des Sillons', tradeName: 'Atelier Lune' });
    expect(issued.body.computation?.resultDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(await storedInvoices(store)).toEqual([expect.objectContaining({ status: 'issued' })]);
  });

  it('keeps on the invoice that the customer is another activity of the cooperative', async () => {
    const store = await open();
    const { body } = await addCustomer(store);
    const internal = unwrap(await saveCustomer(store, { ...body, isInternal: true }));
    const draft = await addDraft(store, { customerId: internal.id });
    const issued = unwrap(await issueInvoice(store, draft.id, TODAY, draft.edits[0]));
    expect(issued.body.customer).toMatchObject({ isInternal: true });
  });

  it('gives different numbers to invoices issued at once in two windows', async () => {
    const store = await open();
    const { id: customerId } = await addCustomer(store);
    const drafts: RecordOf<'invoice'>[] = [];
    for (let index = 0; index < 6; index += 1) drafts.push(await addDraft(store, { customerId }));
    const other = openWindow(store);
    const results = await Promise.all(
      drafts.map((draft, index) => issueInvoice(index % 2 === 0 ? store : other, draft.id, TODAY)),
    );
    const numbers = results.map((result) => unwrap(result).body.sequence).sort();
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set((await storedInvoices(store)).map((invoice) => invoice.body.number)).size).toBe(6);
  });

  it('issues one draft once, however often it is asked', async () => {
    const store = await open();
    const draft = await addDraft(store);
    const results = await Promise.all([
      issueInvoice(store, draft.id, TODAY),
      issueInvoice(openWindow(store), draft.id, TODAY),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { code: 'record.final' } });
    const next = unwrap(await issueInvoice(store, (await addDraft(store)).id, TODAY));
    expect(next.body.sequence).toBe(2);
  });

  it('leaves the draft whole and the number free when the write breaks', async () => {
    const store = await open();
    const draft = await addDraft(store);
    const storage = store.parts.collections.book?.storageInstance;
    if (storage === undefined) throw new Error('no book');
    vi.spyOn(storage, 'bulkWrite').mockRejectedValueOnce(new DOMException('disk', 'QuotaExceededError'));
    expect(await issueInvoice(store, draft.id, TODAY)).toMatchObject({ ok: false, error: { code: 'store.full' } });
    expect(await storedInvoices(store)).toEqual([expect.objectContaining({ status: 'draft', edits: draft.edits })]);
    expect(unwrap(await issueInvoice(store, draft.id, TODAY)).body.sequence).toBe(1);
  });

  it('never gives the number of an invoice again that only a conflict copy holds any more', async () => {
    const store = await open();
    const first = unwrap(await issueInvoice(store, (await addDraft(store)).id, TODAY));
    const { context } = store.parts;
    const copy = buildConflictCopy(context, first, ['number'], 'bothFinal');
    const elsewhere = reviseRecord(context, first, {
      body: { ...first.body, number: 'F-XX9-2026-0007', series: 'F-XX9-2026', sequence: 7 },
    });
    const { book } = store.parts.collections;
    if (book === undefined) throw new Error('no book');
    // As the exchange leaves it when another device issued the same draft first.
    unwrap(await writeRecords(book, [{ before: undefined, after: copy }]));
    unwrap(await writeRecords(book, [{ before: first, after: elsewhere }], 'asGiven'));
    const next = unwrap(await issueInvoice(store, (await addDraft(store)).id, TODAY));
    expect(next.body.sequence).toBe(first.body.sequence + 1);
  });

  it('cannot be undone, nor can what came before it', async () => {
    const store = await open();
    const { id: customerId } = await addCustomer(store);
    const draft = await addDraft(store, { customerId });
    expect(store.undoStack.last?.label).toBe('invoiceDraftSaved');
    await issueInvoice(store, draft.id, TODAY);
    expect(store.undoStack.last?.label).toBe('customerSaved');
  });

  it.each([
    ['billing.customerMissing', { customerId: 'customer:nobody' }],
    ['billing.emptyInvoice', { lines: [] }],
    [
      'billing.vatRateNotInForce',
      { lines: [{ description: 'x', quantity: '1', unit: '', unitPrice: '1', vatRatePpm: 196_000 }] },
    ],
    [
      'billing.exemptionMissing',
      { lines: [{ description: 'x', quantity: '1', unit: '', unitPrice: '1', vatRatePpm: 0 }] },
    ],
    [
      'billing.negativeTotal',
      { lines: [{ description: 'x', quantity: '-1', unit: '', unitPrice: '1', vatRatePpm: 200_000 }] },
    ],
    ['billing.dueBeforeIssue', { dueDate: '2026-03-09' }],
  ])('refuses with %s', async (code, change) => {
    const store = await open();
    const draft = await addDraft(store, change);
    expect(await issueInvoice(store, draft.id, TODAY)).toMatchObject({ ok: false, error: { code } });
    expect((await storedInvoices(store))[0]?.body.number).toBe('');
  });

  it('refuses a day to come, a day before the series, a changed draft and a customer without address', async () => {
    const store = await open();
    const first = await addDraft(store);
    expect(await issueInvoice(store, first.id, '2026-03-11')).toMatchObject({
      error: { code: 'billing.dateInFuture' },
    });
    expect(await issueInvoice(store, first.id, TODAY, 'another edit')).toMatchObject({
      error: { code: 'store.writeFailed', details: { changedElsewhere: true } },
    });
    unwrap(await issueInvoice(store, first.id, TODAY));
    const second = await addDraft(store);
    expect(await issueInvoice(store, second.id, '2026-03-09')).toMatchObject({
      error: { code: 'billing.dateBeforeSeries', details: { lastDate: TODAY } },
    });
    const { id: customerId } = await addCustomer(store, '');
    const third = await addDraft(store, { customerId });
    expect(await issueInvoice(store, third.id, TODAY)).toMatchObject({
      error: { code: 'billing.customerAddressMissing' },
    });
    await until(() => store.book.list('invoice').some((invoice) => invoice.status === 'issued'));
  });
});
