import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { settingsFor } from '../testing/pay-books.ts';
import type { TestBook, TestBooks } from '../testing/test-books.ts';
import { startTestBooks } from '../testing/test-books.ts';
import { makeInvoice } from '../testing/test-records.ts';

let books: TestBooks;
let book: TestBook;
beforeAll(async () => {
  books = await startTestBooks();
});
afterAll(() => books.server.close());
beforeEach(async () => {
  book = await books.addBook();
  await book.write(settingsFor(book.activityId));
});

function issue(series: string, sequence: number): RecordOf<'invoice'> {
  const invoice = makeInvoice('lea.morvan', book.activityId, 'issued');
  const number = `${series}-${String(sequence).padStart(4, '0')}`;
  return { ...invoice, body: { ...invoice.body, series, sequence, number } };
}

it('a number given twice is found when the second arrives, on both, and by every verification', async () => {
  const [first, second, other] = [issue('F-BS1-2026', 1), issue('F-BS1-2026', 1), issue('F-BS1-2026', 2)];
  await book.write(first);
  await books.withWorker(async (worker) => {
    expect(await book.verdictOn(first.id)).toEqual(['verified']);
    await book.write(second);
    await expect.poll(() => book.verdictOn(second.id)).toEqual(['mismatch', 'number']);
    await expect.poll(() => book.verdictOn(first.id)).toEqual(['mismatch', 'number']);
    await book.write(other);
    await worker.verifyAll();
    expect(await book.verdictOn(first.id)).toEqual(['mismatch', 'number']);
    expect(await book.verdictOn(other.id)).toEqual(['verified']);
  });
});

it('a number of another activity’s series is found', async () => {
  const [foreign, own] = [issue('F-PL1-2026', 1), issue('F-BS2-2026', 7)];
  for (const invoice of [foreign, own]) await book.write(invoice);
  await books.withWorker(async (worker) => {
    expect(await book.verdictOn(foreign.id)).toEqual(['mismatch', 'series']);
    // What is missing before it may only be late.
    expect(await book.verdictOn(own.id)).toEqual(['verified']);
    await worker.verifyAll();
    expect(await book.verdictOn(foreign.id)).toEqual(['mismatch', 'series']);
  });
});

it('an invoice dated in the future is a mismatch until its day has come', async () => {
  const late = issue('F-BS1-2026', 1);
  const date = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const year = date.slice(0, 4);
  const series = `F-BS1-${year}`;
  await book.write({ ...late, date, body: { ...late.body, series, number: `${series}-0001`, dueDate: date } });
  await books.withWorker(async () => {
    await expect.poll(() => book.verdictOn(late.id)).toEqual(['mismatch', 'date']);
  });
});
