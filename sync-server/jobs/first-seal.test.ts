import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { purgeDocuments } from '../couch/purge-documents.ts';
import { useTestBooks } from '../testing/test-books.ts';
import { makeInvoice, makePayment, makeStatement, sealStatement, writeAs } from '../testing/test-records.ts';
import { readVerdicts, verdictId } from './verdict-store.ts';

const here = useTestBooks();

const tailOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** An invoice rewritten as an administrator could. */
function rewritten(invoice: RecordOf<'invoice'>): RecordOf<'invoice'> {
  return { ...invoice, body: { ...invoice.body, subject: 'Autre chose' } };
}

describe('a verdict', () => {
  it('is not suppressed by a cancelled statement that took its place first', async () => {
    const invoice = makeInvoice('ada.fall', here.book.activityId, 'issued');
    const id = `salaryStatement:${tailOf(invoice.id)}`;
    await here.book.write(
      sealStatement({ ...makeStatement('ada.fall', here.book.activityId), id, status: 'cancelled' }),
    );
    await here.books.withWorker(async (worker) => {
      const rev = await here.book.write(invoice);
      await expect.poll(() => here.book.verdictOn(invoice.id)).toEqual(['verified']);
      await here.book.write(rewritten(invoice), rev);
      await expect.poll(() => here.book.verdictOn(invoice.id)).toEqual(['mismatch', 'seal']);
      await worker.verifyAll();
      expect(await here.book.verdictOn(invoice.id)).toEqual(['mismatch', 'seal']);
      expect(await here.book.verdictOn(id)).toEqual(['verified']);
    });
  });

  it('of the version before keeps its digest under its old name', async () => {
    const invoice = makeInvoice('ada.fall', here.book.activityId, 'issued');
    const rev = await here.book.write(invoice);
    await here.books.withWorker(async () => {
      await expect.poll(() => here.book.verdictOn(invoice.id)).toEqual(['verified']);
    });
    const { _id, _rev, ...verdict } = (await here.book.read(verdictId(invoice.id))) ?? { _id: '' };
    await purgeDocuments(here.books.server.couch, here.book.name, [_id]);
    const old = `verdict:${tailOf(invoice.id)}`;
    await here.books.server.couch.database(here.book.name).put({ ...verdict, _id: old });
    await here.books.withWorker(async (worker) => {
      await here.book.write(rewritten(invoice), rev);
      await expect.poll(async () => (await here.book.read(old))?.['status']).toBe('mismatch');
      await worker.verifyAll();
      expect((await here.book.read(old))?.['body']).toMatchObject({ differences: [{ path: 'seal' }] });
      expect(await here.book.read(verdictId(invoice.id))).toBeUndefined();
    });
  });

  it('that stands in the place of another is never written over, and the record is a mismatch', async () => {
    const invoice = makeInvoice('ada.fall', here.book.activityId, 'issued');
    const other = `salaryStatement:${tailOf(invoice.id)}`;
    const body = { recordId: other, recordDigest: 'a'.repeat(64), checkedAt: '2026-03-26T09:00:00.000Z' };
    const squatter = createRecord(writeAs('sillon'), {
      type: 'verdict',
      id: `verdict:${tailOf(invoice.id)}`,
      activityId: here.book.activityId,
      date: '2026-03-12',
      status: 'verified',
      body: { ...body, ruleVersion: '', differences: [] },
    });
    const rev = await here.book.write(squatter);
    await here.book.write(invoice);
    await here.books.withWorker(async () => {
      await expect.poll(() => here.book.verdictOn(invoice.id)).toEqual(['mismatch', 'verdict']);
      expect((await here.book.read(squatter.id))?._rev).toBe(rev);
    });
  });

  it('has a place for the longest id a device can choose', async () => {
    const invoice = { ...makeInvoice('ada.fall', here.book.activityId, 'issued'), id: `invoice:${'x'.repeat(40)}` };
    await here.book.write(invoice);
    await here.books.withWorker(async () => {
      await expect.poll(() => here.book.verdictOn(invoice.id)).toEqual(['verified']);
    });
  });
});

describe('a recorded payment', () => {
  it('that is rewritten is seen when it arrives, and by every later verification', async () => {
    const payment = makePayment('ada.fall', here.book.activityId, 1_000);
    await here.book.write(payment);
    await here.books.withWorker(async (worker) => {
      expect(await readVerdicts(here.books.server.couch.database(here.book.name))).toEqual(new Map());
      await here.book.writeRoot(
        { ...payment, body: { ...payment.body, amountCents: 999_999 } },
        `50-${'e'.repeat(32)}`,
      );
      const isSeen = ['mismatch', 'seal', 'roots'];
      await expect.poll(async () => (await here.book.verdictOn(payment.id)).toSorted()).toEqual(isSeen.toSorted());
      await worker.verifyAll();
      expect((await here.book.verdictOn(payment.id)).toSorted()).toEqual(isSeen.toSorted());
    });
  });

  it('that is rewritten by an administrator stays a mismatch until it is itself again', async () => {
    const payment = makePayment('ada.fall', here.book.activityId, 1_000);
    const rev = await here.book.write(payment);
    await here.books.withWorker(async (worker) => {
      const next = await here.book.write({ ...payment, body: { ...payment.body, amountCents: 999_999 } }, rev);
      await expect.poll(() => here.book.verdictOn(payment.id)).toEqual(['mismatch', 'seal']);
      await worker.verifyAll();
      expect(await here.book.verdictOn(payment.id)).toEqual(['mismatch', 'seal']);
      await here.book.write(payment, next);
      await expect.poll(() => here.book.verdictOn(payment.id)).toEqual(['verified']);
    });
  });

  it('that is altered in the file is seen by the verification', async () => {
    const payment = makePayment('ada.fall', here.book.activityId, 1_000);
    await here.book.write(payment);
    await here.books.withWorker(async (worker) => {
      const file = new DatabaseSync(join(here.books.server.dataDir, 'couch.sqlite'));
      const where = 'doc = (SELECT doc FROM document WHERE id = ? AND db = (SELECT db FROM database WHERE name = ?))';
      file
        .prepare(`UPDATE revision SET body = replace(body, '"amountCents":1000', '"amountCents":9000') WHERE ${where}`)
        .run(payment.id, here.book.name);
      file.close();
      await worker.verifyAll();
      expect(await here.book.verdictOn(payment.id)).toContain('stored');
    });
  });

  it('costs no verdict while it is right', async () => {
    for (let n = 0; n < 3; n += 1) await here.book.write(makePayment('ada.fall', here.book.activityId, 1_000));
    await here.books.withWorker(async (worker) => {
      await worker.verifyAll();
      expect(await readVerdicts(here.books.server.couch.database(here.book.name))).toEqual(new Map());
    });
  });
});
