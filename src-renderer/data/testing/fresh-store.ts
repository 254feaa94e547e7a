import 'fake-indexeddb/auto';
import type { Clock } from '../../../shared/core/ports.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { BookStore } from '../book-store.ts';
import { openStore } from '../open-store.ts';
import { writeRecords } from '../storage-access.ts';

let count = 0;

/** An open store of a person nobody had before, its image read. Close it after the test. */
export async function openFreshStore(clock?: Clock): Promise<BookStore> {
  count += 1;
  const name = `person-${String(count)}`;
  const store = await openStore(
    {
      account: name,
      displayName: 'Awa Diallo',
      role: 'member',
      activityId: 'A1',
      databases: { book: 'book-a1', commons: 'commons' },
      device: { id: 'D1', prefix: 'AB1' },
      cooperative: 'C',
      isDemo: false,
    },
    clock,
  );
  await until(() => store.book.isComplete);
  return store;
}

/** Puts records into the book as the sync would: without checks and without an undo entry. */
export async function bringIn(store: BookStore, records: readonly AnyRecord[]): Promise<void> {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  const done = await writeRecords(
    book,
    records.map((after) => ({ before: undefined, after })),
  );
  if (!done.ok) throw new Error(done.error.message);
  await until(() => records.every((record) => store.book.get(record.id) !== undefined));
}

/** Waits until the image shows what is expected. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('the image never showed what was expected');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
