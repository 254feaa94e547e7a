import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { monthsBetween } from '../../shared/time/month.ts';
import type { BookStore } from './book-store.ts';
import { openStore } from './open-store.ts';
import { writeRecords } from './storage-access.ts';
import { openFreshStore, until } from './testing/fresh-store.ts';

let store: BookStore;
beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

function expenseOf(sizeBytes: number): AnyRecord {
  const price = { amountCents: 1_200, currency: 'EUR', vatRatePpm: 200_000, vatCents: 200 };
  const receipt = { sha256: 'a'.repeat(64), sizeBytes, mimeType: 'image/jpeg', fileName: 'ticket.jpg' };
  return createRecord(store.parts.context, {
    type: 'expense',
    activityId: 'A1',
    date: '2026-03-02',
    status: 'active',
    body: { label: 'Train', category: 'travel', paidBy: 'member', receipt, ...price },
  });
}

/** As an exchange with an older server brought them: nothing checked. */
async function bring(...records: readonly AnyRecord[]): Promise<void> {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  await writeRecords(
    book,
    records.map((after) => ({ before: undefined, after })),
  );
}

describe('a record beyond any measure that an older server took', () => {
  it('is told apart, counts nowhere, and stays apart after the next start', async () => {
    const [good, bad] = [expenseOf(20_000), expenseOf(1e14)];
    await bring(bad, good);
    await until(() => store.book.get(good.id) !== undefined && store.book.unreadable.length === 1);
    expect(store.book.list('expense').map(({ id }) => id)).toEqual([good.id]);
    expect(store.book.get(bad.id)).toBeUndefined();
    await store.close();
    store = await openStore(store.parts.account);
    await until(() => store.book.isComplete);
    expect(store.book.unreadable.map(({ id }) => id)).toEqual([bad.id]);
    expect(store.book.list('expense').map(({ id }) => id)).toEqual([good.id]);
  });

  it('comes back when somebody mends it', async () => {
    const bad = expenseOf(1e14);
    await bring(bad);
    await until(() => store.book.unreadable.length === 1);
    const { book } = store.parts.collections;
    if (book === undefined) throw new Error('no book');
    await writeRecords(book, [{ before: bad, after: { ...expenseOf(20_000), id: bad.id } }]);
    await until(() => store.book.get(bad.id) !== undefined);
    expect(store.book.unreadable).toEqual([]);
  });

  it.each([1e12, 1e14, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a stated size of %s makes no list', (size) => {
    expect(chunkIds('a'.repeat(64), size)).toEqual([]);
  });

  it.each([
    ['2026-01', 'zzzz'],
    ['', '2026-01'],
    ['2026-99999', '2026-12'],
  ])('months from %s to %s make no list', (first, last) => {
    expect(monthsBetween(first, last)).toEqual([]);
  });
});
