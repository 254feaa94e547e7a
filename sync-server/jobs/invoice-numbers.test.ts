import { expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { settingsFor } from '../../shared/testing/pay-books.ts';
import { useTestBooks } from '../testing/test-books.ts';
import { makeInvoice } from '../testing/test-records.ts';

const here = useTestBooks((book) => book.write(settingsFor(book.activityId)));

function issue(series: string, sequence: number): RecordOf<'invoice'> {
  const invoice = makeInvoice('lea.morvan', here.book.activityId, 'issued');
  const number = `${series}-${String(sequence).padStart(4, '0')}`;
  return { ...invoice, body: { ...invoice.body, series, sequence, number } };
}

it('a number given twice is found when the second arrives, on both, and by every verification', async () => {
  const [first, second, other] = [issue('F-BS1-2026', 1), issue('F-BS1-2026', 1), issue('F-BS1-2026', 2)];
  await here.book.write(first);
  await here.books.withWorker(async (worker) => {
    expect(await here.book.verdictOn(first.id)).toEqual(['verified']);
    await here.book.write(second);
    await expect.poll(() => here.book.verdictOn(second.id)).toEqual(['mismatch', 'number']);
    await expect.poll(() => here.book.verdictOn(first.id)).toEqual(['mismatch', 'number']);
    await here.book.write(other);
    await worker.verifyAll();
    expect(await here.book.verdictOn(first.id)).toEqual(['mismatch', 'number']);
    expect(await here.book.verdictOn(other.id)).toEqual(['verified']);
  });
});

it('a number of another activity’s series is found', async () => {
  const [foreign, own] = [issue('F-PL1-2026', 1), issue('F-BS2-2026', 7)];
  for (const invoice of [foreign, own]) await here.book.write(invoice);
  await here.books.withWorker(async (worker) => {
    expect(await here.book.verdictOn(foreign.id)).toEqual(['mismatch', 'series']);
    // What is missing before it may only be late.
    expect(await here.book.verdictOn(own.id)).toEqual(['verified']);
    await worker.verifyAll();
    expect(await here.book.verdictOn(foreign.id)).toEqual(['mismatch', 'series']);
  });
});

it('an invoice dated in the future is a mismatch until its day has come', async () => {
  const late = issue('F-BS1-2026', 1);
  const date = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const year = date.slice(0, 4);
  const series = `F-BS1-${year}`;
  await here.book.write({ ...late, date, body: { ...late.body, series, number: `${series}-0001`, dueDate: date } });
  await here.books.withWorker(async () => {
    await expect.poll(() => here.book.verdictOn(late.id)).toEqual(['mismatch', 'date']);
  });
});
