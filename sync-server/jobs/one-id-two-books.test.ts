import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { purgeDocuments } from '../couch/purge-documents.ts';
import type { TestBook, TestBooks } from '../testing/test-books.ts';
import { clock, startTestBooks } from '../testing/test-books.ts';
import { makeCustomer, makeInvoice } from '../testing/test-records.ts';
import { readFindings } from './findings.ts';
import { openWorker } from './worker.ts';

let books: TestBooks;
let first: TestBook;
let second: TestBook;
beforeAll(async () => {
  books = await startTestBooks();
});
afterAll(() => books.server.close());
beforeEach(async () => {
  [first, second] = [await books.addBook(), await books.addBook()];
});

const inNetwork = async (id: string): Promise<unknown> =>
  (await books.server.couch.database(NETWORK_DATABASE).get(id))?.['activityId'];
const findingsOf = async (book: TestBook): Promise<string[]> =>
  (await readFindings(books.server.couch))
    .filter((finding) => finding.book === book.name)
    .map(({ recordId, path, found }) => `${recordId} ${path} ${path === 'roots' ? found : ''}`.trim());

/** The same id in the other book, and enough revisions to win in `network` if it came there. */
async function copyInto(book: TestBook, record: AnyRecord): Promise<void> {
  const own = { ...record, activityId: book.activityId, rev: '' };
  let rev: string | undefined;
  for (let times = 0; times < 3; times += 1) rev = await book.write(own, rev);
}

describe('one id in two books', () => {
  it('leaves the first where it is, copies everything else, and says so to both sides', async () => {
    const record = makeCustomer('ada.fall', first.activityId);
    await first.write(record);
    const log: string[] = [];
    await books.withWorker(async (worker) => {
      await expect.poll(() => inNetwork(record.id)).toBe(first.activityId);
      await copyInto(second, record);
      const other = makeCustomer('bob.lin', second.activityId);
      await second.write(other);
      await expect.poll(() => inNetwork(other.id)).toBe(second.activityId);
      expect(await inNetwork(record.id)).toBe(first.activityId);
      await expect.poll(() => second.verdictOn(record.id)).toEqual(['mismatch', 'taken']);
      await worker.reconcile();
      await worker.verifyAll();
      expect(await inNetwork(record.id)).toBe(first.activityId);
      expect(await second.verdictOn(record.id)).toEqual(['mismatch', 'taken']);
      expect(await first.verdictOn(record.id)).toEqual([]);
      expect(await findingsOf(second)).toEqual([`${record.id} taken`]);
      expect(await findingsOf(first)).toEqual([]);
    }, log);
    expect(log.filter((line) => line.includes('was not copied'))).toHaveLength(1);
    // The note is there for whoever comes later, without another look at the books.
    await books.withWorker(async (worker) => {
      await worker.settle();
      expect(await findingsOf(second)).toEqual([`${record.id} taken`]);
    });
  });

  it('is the same whichever comes first, and with judged records', async () => {
    const invoice = makeInvoice('ada.fall', first.activityId, 'issued');
    await copyInto(second, invoice);
    await books.withWorker(async (worker) => {
      await expect.poll(() => inNetwork(invoice.id)).toBe(second.activityId);
      await first.write(invoice);
      await expect.poll(() => first.verdictOn(invoice.id)).toEqual(['mismatch', 'taken']);
      await worker.verifyAll();
      expect(await first.verdictOn(invoice.id)).toEqual(['mismatch', 'taken']);
      expect(await second.verdictOn(invoice.id)).toEqual(['verified']);
      expect(await inNetwork(invoice.id)).toBe(second.activityId);
    });
  });

  it('is copied once from two books that arrive at the same moment', async () => {
    const records = Array.from({ length: 20 }, () => makeCustomer('ada.fall', first.activityId));
    for (const record of records) {
      await first.write(record);
      await second.write({ ...record, activityId: second.activityId });
    }
    await books.withWorker(async () => {
      const { results } = await books.server.couch.database(NETWORK_DATABASE).changes('0', 100_000);
      const ids = new Set(records.map(({ id }) => id));
      const rows = results.filter(({ id }) => ids.has(id));
      expect(rows).toHaveLength(records.length);
      for (const { changes } of rows) expect(changes).toHaveLength(1);
      const found = [...(await findingsOf(first)), ...(await findingsOf(second))];
      expect(found).toHaveLength(records.length);
    });
  });

  it('is copied when the first is erased', async () => {
    const record = makeCustomer('ada.fall', first.activityId);
    await first.write(record);
    await books.withWorker(async (worker) => {
      await copyInto(second, record);
      await expect.poll(() => findingsOf(second)).toHaveLength(1);
      for (const db of [first.name, NETWORK_DATABASE]) await purgeDocuments(books.server.couch, db, [record.id]);
      await worker.verifyAll();
      expect(await inNetwork(record.id)).toBe(second.activityId);
      expect(await findingsOf(second)).toEqual([]);
      await worker.verifyAll();
      expect(await second.verdictOn(record.id)).toEqual(['verified']);
    });
  });
});

it('a record that names another activity is not copied and stops nothing', async () => {
  const stray = makeCustomer('ada.fall', second.activityId);
  const database = books.server.couch.database(first.name);
  // No person can write it and neither can the server: a book put together by hand.
  const rules = await database.get('_design/rules');
  await database.remove('_design/rules', rules?._rev ?? '');
  await first.write(stray);
  const good = makeCustomer('ada.fall', first.activityId);
  await first.write(good);
  await books.withWorker(async () => {
    await expect.poll(() => inNetwork(good.id)).toBe(first.activityId);
    expect(await inNetwork(stray.id)).toBeUndefined();
    expect(await findingsOf(first)).toEqual([`${stray.id} activityId`]);
  });
});

describe('a record with more than one first revision', () => {
  it('is reported whether the second wins or loses, once, and until it is gone', async () => {
    const [winning, losing] = [makeCustomer('ada.fall', first.activityId), makeCustomer('ada.fall', first.activityId)];
    const log: string[] = [];
    await first.write(winning);
    await first.write(losing, undefined);
    await books.withWorker(async (worker) => {
      await worker.settle();
      await first.writeRoot({ ...winning, status: 'voided' }, `50-${'e'.repeat(32)}`);
      await first.writeRoot({ ...losing, status: 'voided' }, `1-${'0'.repeat(32)}`);
      await expect.poll(() => first.verdictOn(winning.id)).toEqual(['mismatch', 'roots']);
      await expect.poll(() => first.verdictOn(losing.id)).toEqual(['mismatch', 'roots']);
      await worker.verifyAll();
      await worker.verifyAll();
      expect((await findingsOf(first)).toSorted()).toEqual(
        [`${winning.id} roots 2`, `${losing.id} roots 2`].toSorted(),
      );
      const purge = { db: first.name, path: '_purge', method: 'POST' } as const;
      await books.server.couch.request({ ...purge, body: { [winning.id]: [`50-${'e'.repeat(32)}`] } });
      await worker.verifyAll();
      await expect.poll(() => first.verdictOn(winning.id)).toEqual(['verified']);
      expect(await findingsOf(first)).toEqual([`${losing.id} roots 2`]);
    }, log);
    expect(log.filter((line) => line.includes('first revisions'))).toHaveLength(2);
  });

  it('is no reason to report an honest conflict', async () => {
    const record = makeCustomer('ada.fall', first.activityId);
    const rev = await first.write(record);
    const [, parent = ''] = rev.split('-');
    const branch = { ...record, status: 'voided' };
    const database = books.server.couch.database(first.name);
    await first.write({ ...record, body: { ...record.body, name: 'Autre' } }, rev);
    const { id: _id, rev: _rev, ...members } = branch;
    const revisions = { start: 2, ids: ['f'.repeat(32), parent] };
    await database.writeAll(
      [{ ...members, _id: record.id, _rev: `2-${'f'.repeat(32)}`, _revisions: revisions }],
      false,
    );
    await books.withWorker(async (worker) => {
      await worker.verifyAll();
      expect(await findingsOf(first)).toEqual([]);
    });
  });
});

it('two workers agree about whose record it is', async () => {
  const record = makeCustomer('ada.fall', first.activityId);
  await first.write(record);
  const workers = [1, 2].map(() => openWorker(books.server.couch, clock, () => undefined));
  try {
    for (const worker of workers) await worker.start();
    await copyInto(second, record);
    await expect.poll(() => second.verdictOn(record.id)).toEqual(['mismatch', 'taken']);
    await Promise.all(workers.map((worker) => worker.reconcile()));
    expect(await inNetwork(record.id)).toBe(first.activityId);
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
});
