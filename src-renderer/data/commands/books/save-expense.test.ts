import { afterEach, beforeEach, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { BookStore } from '../../book-store.ts';
import { openFreshStore, until } from '../../testing/fresh-store.ts';
import type { ExpenseInput } from './save-expense.ts';
import { saveExpense, voidExpense } from './save-expense.ts';

const receipt = { sha256: 'a'.repeat(64), sizeBytes: 10, mimeType: 'image/jpeg', fileName: 'ticket.jpg' };
const INPUT: ExpenseInput = {
  date: '2026-03-02',
  label: 'Train Lille – Reims',
  category: 'travel',
  amountCents: 5_500,
  vatRatePpm: 100_000,
  paidBy: 'member',
  receipt,
};
let store: BookStore;

beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

it('saves, changes, takes the receipt off, and gives it back on undo', async () => {
  const saved = unwrap(await saveExpense(store, undefined, INPUT));
  expect(saved.body).toMatchObject({ vatCents: 500, currency: 'EUR', receipt });
  await until(() => store.book.get(saved.id) !== undefined);
  const changed = unwrap(await saveExpense(store, saved, { ...INPUT, amountCents: 6_600, receipt: undefined }));
  expect(changed.body).toMatchObject({ amountCents: 6_600, vatCents: 600 });
  expect(changed.body.receipt).toBeUndefined();
  await until(() => store.book.get(saved.id)?.body['amountCents'] === 6_600);
  unwrap(await store.undo());
  await until(() => store.book.get(saved.id)?.body['amountCents'] === 5_500);
  expect(store.book.get(saved.id)?.body['receipt']).toEqual(receipt);
});

it('sets the mark of a purchase that gives contribution back, and takes it off', async () => {
  const saved = unwrap(await saveExpense(store, undefined, { ...INPUT, givesContributionBack: true }));
  expect(saved.body.givesContributionBack).toBe(true);
  await until(() => store.book.get(saved.id) !== undefined);
  const off = unwrap(await saveExpense(store, saved, { ...INPUT, givesContributionBack: false }));
  expect('givesContributionBack' in off.body).toBe(false);
});

it('voids once and refuses a change of a voided or stale expense', async () => {
  const saved = unwrap(await saveExpense(store, undefined, INPUT));
  await until(() => store.book.get(saved.id) !== undefined);
  unwrap(await saveExpense(store, saved, { ...INPUT, label: 'Bus' }));
  await until(() => store.book.get(saved.id)?.body['label'] === 'Bus');
  expect(await saveExpense(store, saved, INPUT)).toMatchObject({ error: { code: 'store.writeFailed' } });
  unwrap(await voidExpense(store, saved.id));
  await until(() => store.book.get(saved.id)?.status === 'voided');
  expect(await voidExpense(store, saved.id)).toMatchObject({ error: { code: 'record.notFound' } });
});
