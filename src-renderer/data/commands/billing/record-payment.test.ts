import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { listReceivables } from '../../../../shared/billing/receivables.ts';
import { unwrap } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { until } from '../../testing/fresh-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { issueInvoice } from './issue-invoice.ts';
import { recordPayment, reversePayment } from './record-payment.ts';
import { saveCustomer } from './save-customer.ts';
import { saveInvoiceDraft } from './save-invoice-draft.ts';

const TODAY = '2026-03-10';
const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function openWithInvoice(): Promise<{ store: BookStore; invoice: RecordOf<'invoice'> }> {
  const store = await openTestStore(() => `${TODAY}T09:00:00.000Z`);
  opened.push(store);
  const address = { lines: ['1 rue Haute'], postalCode: '59000', city: 'Lille', country: 'FR' };
  const customer = unwrap(await saveCustomer(store, { name: 'Lin', kind: 'individual', address }));
  const line = { description: 'Cours', quantity: '1', unit: '', unitPrice: '100', vatRatePpm: 200_000 };
  const draft = unwrap(
    await saveInvoiceDraft(
      store,
      'invoice:one',
      {
        date: TODAY,
        dueDate: TODAY,
        customerId: customer.id,
        subject: '',
        lines: [line],
        note: '',
        operation: 'services',
        orderReference: '',
        supplyDate: '',
        vatExemption: '',
      },
      undefined,
    ),
  );
  return { store, invoice: unwrap(await issueInvoice(store, draft.id, TODAY)) };
}

function dueOf(store: BookStore): number | undefined {
  return listReceivables(store.book.all(), TODAY)[0]?.dueCents;
}

describe('recordPayment and reversePayment', () => {
  it('pays in two parts and takes one back by an opposite payment', async () => {
    const { store, invoice } = await openWithInvoice();
    const base = { invoiceId: invoice.id, date: TODAY, method: 'transfer', note: '' } as const;
    const first = unwrap(await recordPayment(store, { ...base, amountCents: 5000 }));
    unwrap(await recordPayment(store, { ...base, amountCents: 7000 }));
    await until(() => dueOf(store) === 0);
    const reversal = unwrap(await reversePayment(store, first.id));
    expect(reversal.body).toMatchObject({ amountCents: -5000, reverses: first.id });
    await until(() => dueOf(store) === 5000);
    expect(await reversePayment(store, first.id)).toMatchObject({ error: { code: 'billing.alreadyReversed' } });
    expect(await reversePayment(store, reversal.id)).toMatchObject({ error: { code: 'record.transition' } });
  });

  it('takes a payment back once when two windows ask at the same moment', async () => {
    const { store, invoice } = await openWithInvoice();
    const base = { invoiceId: invoice.id, date: TODAY, method: 'cash', note: '' } as const;
    const payment = unwrap(await recordPayment(store, { ...base, amountCents: 12_000 }));
    const results = await Promise.all([reversePayment(store, payment.id), reversePayment(store, payment.id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it('refuses zero, a day to come, an unknown invoice', async () => {
    const { store, invoice } = await openWithInvoice();
    const base = { invoiceId: invoice.id, amountCents: 100, date: TODAY, method: 'card', note: '' } as const;
    expect(await recordPayment(store, { ...base, amountCents: 0 })).toMatchObject({
      error: { code: 'amount.invalid' },
    });
    expect(await recordPayment(store, { ...base, date: '2026-03-11' })).toMatchObject({
      error: { code: 'billing.dateInFuture' },
    });
    expect(await recordPayment(store, { ...base, invoiceId: 'invoice:none' })).toMatchObject({
      error: { code: 'record.notFound' },
    });
  });
});
