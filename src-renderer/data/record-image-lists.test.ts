import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleEntry, sampleInvoice } from '../../shared/testing/sample-records.ts';
import type { BookStore } from './book-store.ts';
import { removeRecord, writeRecords } from './storage-access.ts';
import { bringIn, openFreshStore, until } from './testing/fresh-store.ts';

let store: BookStore;
beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

const entryOf = (date: string): AnyRecord => sampleEntry(store.parts.context, { date, amountCents: 100 });
const invoiceOf = (date: string): AnyRecord =>
  sampleInvoice(store.parts.context, { date, netCents: 100, vatCents: 20 });
const datesOf = (): string[] => store.book.list('ledgerEntry').map(({ date }) => date);

it('a change leaves the lists of other types as they are, though the image is newer', async () => {
  await bringIn(store, [entryOf('2026-03-01'), invoiceOf('2026-03-01')]);
  const [invoices, entries, expenses] = [
    store.book.list('invoice'),
    store.book.list('ledgerEntry'),
    store.book.list('expense'),
  ];
  const { version } = store.book;
  await bringIn(store, [entryOf('2026-03-02')]);
  expect(store.book.version).toBeGreaterThan(version);
  expect(store.book.list('invoice')).toBe(invoices);
  expect(store.book.list('expense')).toBe(expenses);
  expect(store.book.list('ledgerEntry')).not.toBe(entries);
});

it('a list that was read before shows what came, changed its day and left, in order', async () => {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  const [early, middle, late] = [entryOf('2026-03-01'), entryOf('2026-03-05'), entryOf('2026-03-09')];
  await bringIn(store, [late, early]);
  expect(datesOf()).toEqual(['2026-03-01', '2026-03-09']);
  await bringIn(store, [middle]);
  expect(datesOf()).toEqual(['2026-03-01', '2026-03-05', '2026-03-09']);
  const moved = reviseRecord(store.parts.context, early, { date: '2026-03-12' });
  await writeRecords(book, [{ before: early, after: moved }]);
  await until(() => store.book.get(early.id)?.date === '2026-03-12');
  expect(datesOf()).toEqual(['2026-03-05', '2026-03-09', '2026-03-12']);
  await removeRecord(book, middle.id);
  await until(() => store.book.get(middle.id) === undefined);
  expect(datesOf()).toEqual(['2026-03-09', '2026-03-12']);
});

it('a list that was read before loses what grew beyond any measure', async () => {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  const entry = entryOf('2026-03-01');
  await bringIn(store, [entry]);
  expect(datesOf()).toHaveLength(1);
  const wild = {
    ...reviseRecord(store.parts.context, entry, {}),
    body: { ...entry.body, label: 'x'.repeat(2_000_000) },
  };
  await writeRecords(book, [{ before: entry, after: wild }]);
  await until(() => store.book.unreadable.length === 1);
  expect(datesOf()).toEqual([]);
});
