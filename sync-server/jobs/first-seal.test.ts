import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { purgeDocuments } from '../couch/purge-documents.ts';
import type { TestBook, TestBooks } from '../testing/test-books.ts';
import { makePayment, startTestBooks } from '../testing/test-books.ts';
import { makeInvoice, makeStatement, sealStatement, writeAs } from '../testing/test-records.ts';
import { readVerdicts, verdictId } from './verdict-store.ts';

let books: TestBooks;
let book: TestBook;
beforeAll(async () => {
  books = await startTestBooks();
});
afterAll(() => books.server.close());
beforeEach(async () => {
  book = await books.addBook();
});

const tailOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** An invoice rewritten as an administrator could. */
function rewritten(invoice: RecordOf<'invoice'>): RecordOf<'invoice'> {
  return { ...invoice, body: { ...invoice.body, subject: 'Autre chose' } };
}

describe('a verdict', () => {
  it('is not suppressed by a cancelled statement that took its place first', async () => {
    const invoice = makeInvoice('ada.fall', book.activityId, 'issued');
    const id = `salaryStatement:${tailOf(invoice.id)}`;
    await book.write(sealStatement({ ...makeStatement('ada.fall', book.activityId), id, status: 'cancelled' }));
    await books.withWorker(async (worker) => {
      const rev = await book.write(invoice);
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['verified']);
      await book.write(rewritten(invoice), rev);
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['mismatch', 'seal']);
      await worker.verifyAll();
      expect(await book.verdictOn(invoice.id)).toEqual(['mismatch', 'seal']);
      expect(await book.verdictOn(id)).toEqual(['verified']);
    });
  });

  it('of the version before keeps its digest under its old name', async () => {
    const invoice = makeInvoice('ada.fall', book.activityId, 'issued');
    const rev = await book.write(invoice);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['verified']);
    });
    const { _id, _rev, ...verdict } = (await book.read(verdictId(invoice.id))) ?? { _id: '' };
    await purgeDocuments(books.server.couch, book.name, [_id]);
    const old = `verdict:${tailOf(invoice.id)}`;
    await books.server.couch.database(book.name).put({ ...verdict, _id: old });
    await books.withWorker(async (worker) => {
      await book.write(rewritten(invoice), rev);
      await expect.poll(async () => (await book.read(old))?.['status']).toBe('mismatch');
      await worker.verifyAll();
      expect((await book.read(old))?.['body']).toMatchObject({ differences: [{ path: 'seal' }] });
      expect(await book.read(verdictId(invoice.id))).toBeUndefined();
    });
  });

  it('that stands in the place of another is never written over, and the record is a mismatch', async () => {
    const invoice = makeInvoice('ada.fall', book.activityId, 'issued');
    const other = `salaryStatement:${tailOf(invoice.id)}`;
    const body = { recordId: other, recordDigest: 'a'.repeat(64), checkedAt: '2026-03-26T09:00:00.000Z' };
    const squatter = createRecord(writeAs('sillon'), {
      type: 'verdict',
      id: `verdict:${tailOf(invoice.id)}`,
      activityId: book.activityId,
      date: '2026-03-12',
      status: 'verified',
      body: { ...body, ruleVersion: '', differences: [] },
    });
    const rev = await book.write(squatter);
    await book.write(invoice);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['mismatch', 'verdict']);
      expect((await book.read(squatter.id))?._rev).toBe(rev);
    });
  });

  it('has a place for the longest id a device can choose', async () => {
    const invoice = { ...makeInvoice('ada.fall', book.activityId, 'issued'), id: `invoice:${'x'.repeat(40)}` };
    await book.write(invoice);
    await books.withWorker(async () => {
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['verified']);
    });
  });
});

describe('a recorded payment', () => {
  it('that is rewritten is seen when it arrives, and by every later verification', async () => {
    const payment = makePayment('ada.fall', book.activityId);
    await book.write(payment);
    await books.withWorker(async (worker) => {
      expect(await readVerdicts(books.server.couch.database(book.name))).toEqual(new Map());
      await book.writeRoot({ ...payment, body: { ...payment.body, amountCents: 999_999 } }, `50-${'e'.repeat(32)}`);
      const isSeen = ['mismatch', 'seal', 'roots'];
      await expect.poll(async () => (await book.verdictOn(payment.id)).toSorted()).toEqual(isSeen.toSorted());
      await worker.verifyAll();
      expect((await book.verdictOn(payment.id)).toSorted()).toEqual(isSeen.toSorted());
    });
  });

  it('that is rewritten by an administrator stays a mismatch until it is itself again', async () => {
    const payment = makePayment('ada.fall', book.activityId);
    const rev = await book.write(payment);
    await books.withWorker(async (worker) => {
      const next = await book.write({ ...payment, body: { ...payment.body, amountCents: 999_999 } }, rev);
      await expect.poll(() => book.verdictOn(payment.id)).toEqual(['mismatch', 'seal']);
      await worker.verifyAll();
      expect(await book.verdictOn(payment.id)).toEqual(['mismatch', 'seal']);
      await book.write(payment, next);
      await expect.poll(() => book.verdictOn(payment.id)).toEqual(['verified']);
    });
  });

  it('that is altered in the file is seen by the verification', async () => {
    const payment = makePayment('ada.fall', book.activityId);
    await book.write(payment);
    await books.withWorker(async (worker) => {
      const file = new DatabaseSync(join(books.server.dataDir, 'couch.sqlite'));
      const where = 'doc = (SELECT doc FROM document WHERE id = ? AND db = (SELECT db FROM database WHERE name = ?))';
      file
        .prepare(`UPDATE revision SET body = replace(body, '"amountCents":1000', '"amountCents":9000') WHERE ${where}`)
        .run(payment.id, book.name);
      file.close();
      await worker.verifyAll();
      expect(await book.verdictOn(payment.id)).toContain('stored');
    });
  });

  it('costs no verdict while it is right', async () => {
    for (let n = 0; n < 3; n += 1) await book.write(makePayment('ada.fall', book.activityId));
    await books.withWorker(async (worker) => {
      await worker.verifyAll();
      expect(await readVerdicts(books.server.couch.database(book.name))).toEqual(new Map());
    });
  });
});
