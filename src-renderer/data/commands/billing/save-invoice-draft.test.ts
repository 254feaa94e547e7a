import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { BookStore } from '../../book-store.ts';
import { until } from '../../testing/fresh-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import type { InvoiceDraft } from './save-invoice-draft.ts';
import { saveInvoiceDraft, setInvoiceDraftStatus } from './save-invoice-draft.ts';

const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(): Promise<BookStore> {
  const store = await openTestStore(() => '2026-03-10T09:00:00.000Z');
  opened.push(store);
  return store;
}

const draft: InvoiceDraft = {
  date: '2026-03-10',
  dueDate: '2026-04-09',
  customerId: '',
  subject: 'Atelier',
  lines: [{ description: 'Cours', quantity: '3', unit: 'h', unitPrice: '33.335', vatRatePpm: 55_000 }],
  note: 'à bientôt',
  operation: 'services',
  orderReference: '',
  supplyDate: '',
  vatExemption: '',
};

describe('saveInvoiceDraft', () => {
  it('computes the totals, keeps what it does not know and leaves out what is empty', async () => {
    const store = await open();
    const first = unwrap(await saveInvoiceDraft(store, 'invoice:a', draft, undefined));
    expect(first.body.totals).toMatchObject({ netCents: 10_001, vatCents: 550, grossCents: 10_551 });
    expect(first.body).not.toHaveProperty('orderReference');
    const newer = { ...first, body: { ...first.body, madeByANewerSillon: 1 } };
    const second = unwrap(await saveInvoiceDraft(store, 'invoice:a', { ...draft, note: '' }, newer));
    expect(second.body['madeByANewerSillon']).toBe(1);
    expect(second.body).not.toHaveProperty('note');
    expect(second.body.number).toBe('');
  });

  it('refuses totals no record may hold', async () => {
    const store = await open();
    const line = { description: 'x', quantity: '999999999', unit: '', unitPrice: '999999999', vatRatePpm: 0 };
    expect(await saveInvoiceDraft(store, 'invoice:b', { ...draft, lines: [line] }, undefined)).toMatchObject({
      error: { code: 'amount.tooLarge' },
    });
  });

  it('removes a draft and takes it back', async () => {
    const store = await open();
    const first = unwrap(await saveInvoiceDraft(store, 'invoice:c', draft, undefined));
    unwrap(await setInvoiceDraftStatus(store, first, 'voided'));
    expect(unwrap(await store.undo())).toBe('invoiceDraftVoided');
    await until(() => store.book.list('invoice')[0]?.status === 'draft');
    expect(store.book.list('invoice')[0]?.body.subject).toBe('Atelier');
  });
});
