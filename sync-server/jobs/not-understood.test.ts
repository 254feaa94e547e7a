import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookDatabase, COMMONS_DATABASE, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { makeOfNewerSchema, makeOfUnknownType } from '../../shared/testing/newer-records.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { activityRole } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { askPay, cooperative, deviceAt, MEMBER, settingsFor, settingsRecords } from '../../shared/testing/pay-books.ts';
import type { TestBook, TestBooks } from '../testing/test-books.ts';
import { clock, startTestBooks } from '../testing/test-books.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { makeInvoice } from '../testing/test-records.ts';

const later = sampleContext(MEMBER, 'later');
let books: TestBooks;
let book: TestBook;
let settings: RecordOf<'activitySettings'>;
beforeAll(async () => {
  books = await startTestBooks();
  await books.server.couch.database(COMMONS_DATABASE).writeAll(settingsRecords.map(toDocument), true);
});
afterAll(() => books.server.close());
beforeEach(async () => {
  book = await books.addBook();
  settings = settingsFor(book.activityId);
  await book.write(settings);
});

/** An invoice whose figures this version would find wrong, as a later one has issued it. */
function makeLaterInvoice(): AnyRecord {
  const invoice = makeInvoice(MEMBER, book.activityId, 'issued');
  const totals = { ...invoice.body.totals, grossCents: invoice.body.totals.grossCents + 500 };
  return { ...invoice, schemaVersion: 2, body: { ...invoice.body, totals, stampCents: 500 } };
}

const askedPay = (): RecordOf<'salaryStatement'> =>
  askPay(deviceAt('BS1', '2026-03-26T09:00:00.000Z'), { settings, cooperative, records: [] }, '2026-03', 150_000);
const copyOf = (id: string) => books.server.couch.database(NETWORK_DATABASE).get(id);

describe('what only a later version understands', () => {
  it.each([
    ['of an unknown type', makeOfUnknownType],
    ['of a newer schema', makeOfNewerSchema],
  ])('is copied into the network as it is: a record %s', async (_name, make) => {
    const record = make(later, book.activityId);
    await book.write(record);
    await books.withWorker(async () => {
      await expect.poll(() => copyOf(record.id)).toBeDefined();
      expect(await copyOf(record.id)).toEqual(await book.read(record.id));
      expect(await book.verdictOn(record.id)).toEqual([]);
    });
  });

  it('is not called a mismatch but not verifiable, until it is altered', async () => {
    const invoice = makeLaterInvoice();
    const rev = await book.write(invoice);
    await books.withWorker(async (worker) => {
      const lines = async () => (await worker.verifyAll()).filter(({ recordId }) => recordId === invoice.id);
      expect(await lines()).toMatchObject([{ status: 'notVerifiable', differences: [] }]);
      expect(await book.verdictOn(invoice.id)).toEqual([]);
      // What is sealed stays what it was, whatever it means.
      await book.write({ ...invoice, body: { ...invoice.body, stampCents: 1 } }, rev);
      await expect.poll(() => book.verdictOn(invoice.id)).toEqual(['mismatch', 'seal']);
      expect(await lines()).toMatchObject([{ status: 'mismatch' }]);
    });
  });

  it.each([
    ['of an unknown type', makeOfUnknownType],
    ['of a newer schema', makeOfNewerSchema],
  ])('leaves the pays open that wait in its book: a record %s', async (_name, make) => {
    await book.write(make(later, book.activityId));
    const pay = askedPay();
    await book.write(pay);
    await books.withWorker(async (worker) => {
      const lines = (await worker.verifyAll()).filter(({ book: name }) => name === book.name);
      expect(lines).toEqual([{ book: book.name, recordId: pay.id, status: 'notVerifiable', differences: [] }]);
      expect(await book.verdictOn(pay.id)).toEqual([]);
    });
  });

  it('in the settings of the cooperative leaves all waiting pays open', async () => {
    const own = await startTestBooks();
    try {
      const commons = own.server.couch.database(COMMONS_DATABASE);
      await commons.writeAll(settingsRecords.map(toDocument), true);
      book = await own.addBook();
      settings = settingsFor(book.activityId);
      await book.write(settings);
      const pay = askedPay();
      await own.withWorker(async (worker) => {
        const judge = async () => (await worker.verifyAll()).map(({ recordId, status }) => [recordId, status]);
        await commons.put(
          toDocument({ ...makeOfUnknownType(later, 'cooperative'), id: 'laterRule:1', type: 'laterRule' }),
        );
        await book.write(pay);
        expect(await judge()).toEqual([[pay.id, 'notVerifiable']]);
      });
    } finally {
      await own.server.close();
    }
  });

  it('is not taken from a device, and comes back with a backup of the server', async () => {
    const records = [makeOfUnknownType(later, book.activityId), makeOfNewerSchema(later, book.activityId)];
    const roles = ['member', activityRole(book.activityId)];
    const body = JSON.stringify({ docs: records.map(toDocument) });
    const answer = await books.server.fetchAs(MEMBER, roles, `/${book.name}/_bulk_docs`, { method: 'POST', body });
    const reasons = ((await answer.json()) as { reason?: string }[]).map(({ reason = '' }) => reason.split(':')[0]);
    expect(reasons).toEqual(['record.unknownType', 'record.tooNew']);
    for (const record of records) await book.write(record);
    const folder = join(useTestFolder(), 'backup');
    await makeBackup(books.server.couch, folder, clock, () => undefined);
    const other = await startTestCouch();
    try {
      await restoreBackup(other.couch, { folder, isIntoExisting: false, report: () => undefined });
      const restored = other.couch.database(bookDatabase(book.activityId));
      for (const { id } of records) expect(await restored.get(id)).toEqual(await book.read(id));
    } finally {
      await other.close();
    }
  });
});
