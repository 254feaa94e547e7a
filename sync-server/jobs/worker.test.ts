import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { StoredDocument } from '../couch/couch-database.ts';
import { provisionBook, provisionServer } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { makeCustomer, makeEntry, makeInvoice, makeStatement, sealStatement } from '../testing/test-records.ts';
import { consolidateBook } from './consolidate.ts';
import { verdictId } from './verdict-store.ts';
import type { Worker } from './worker.ts';
import { openWorker } from './worker.ts';

const clock = () => new Date().toISOString();
let server: TestCouch;
let activityId: string;
let book: string;

beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
});
afterAll(() => server.close());
beforeEach(async () => {
  activityId = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
  book = bookDatabase(activityId);
  await provisionBook(server.couch, activityId);
});

const write = (record: AnyRecord, rev?: string): Promise<string> =>
  server.couch.database(book).put({ ...toDocument(record), ...(rev === undefined ? {} : { _rev: rev }) });
const read = (name: string, id: string): Promise<StoredDocument | undefined> => server.couch.database(name).get(id);

async function withWorker(test: (worker: Worker) => Promise<void>): Promise<void> {
  const worker = openWorker(server.couch, clock, () => undefined);
  try {
    await worker.start();
    await test(worker);
  } finally {
    await worker.close();
  }
}

/** Ids and all leaf revisions of one activity, without design documents. */
async function listLeaves(name: string): Promise<string[]> {
  const { results } = await server.couch.database(name).changes('0', 10_000);
  const rows = results.filter(({ id }) => !id.startsWith('_design/'));
  const documents = await server.couch.database(name).getMany(rows.map(({ id }) => id));
  const own = new Set(documents.filter((doc) => doc['activityId'] === activityId).map(({ _id }) => _id));
  return rows.flatMap(({ id, changes }) => (own.has(id) ? changes.map(({ rev }) => `${id} ${rev}`) : [])).sort();
}

describe('consolidation', () => {
  it('copies what was there before it started, and what comes after without being told', async () => {
    const early = makeCustomer('ada.fall', activityId);
    const rev = await write(early);
    await withWorker(async () => {
      expect(await read('network', early.id)).toMatchObject({ _rev: rev });
      const late = makeCustomer('ada.fall', activityId);
      await write(late);
      await expect.poll(() => read('network', late.id)).toBeDefined();
      const next = await write({ ...early, status: 'voided' }, rev);
      await expect.poll(async () => (await read('network', early.id))?._rev).toBe(next);
    });
    expect(await listLeaves('network')).toEqual(await listLeaves(book));
  });

  it('loses and doubles nothing when it is stopped anywhere', async () => {
    const records = Array.from({ length: 60 }, () => makeCustomer('ada.fall', activityId));
    let revs = await Promise.all(records.map((record) => write(record)));
    for (let round = 0; round < 4; round += 1) {
      const worker = openWorker(server.couch, clock, () => undefined);
      const started = worker.start();
      revs = await Promise.all(
        records.map((record, n) => write({ ...record, status: round % 2 === 0 ? 'voided' : 'active' }, revs[n])),
      );
      if (round % 2 === 0) await started;
      await worker.close();
      await started.catch(() => undefined);
    }
    await withWorker(async () => {
      await expect.poll(() => listLeaves('network')).toEqual(await listLeaves(book));
    });
    for (const record of records) {
      const answer = await server.couch.request<StoredDocument>({
        db: 'network',
        path: record.id,
        query: { conflicts: true },
      });
      expect(answer['_conflicts']).toBeUndefined();
    }
  });

  it('starts a batch again that failed half way', async () => {
    const statement = makeStatement('ada.fall', activityId);
    await write(statement);
    const crash = () => Promise.reject(new Error('power cut'));
    await expect(consolidateBook(server.couch, book, crash)).rejects.toThrow('power cut');
    expect(await read('network', statement.id)).toBeUndefined();
    await withWorker(async () => {
      expect(await read('network', statement.id)).toBeDefined();
      expect(await read(book, verdictId(statement.id))).toMatchObject({ status: 'verified' });
    });
  });

  it('carries conflicts along and can be repeated from the beginning', async () => {
    const record = makeCustomer('ada.fall', activityId);
    const leaf = (hex: string, name: string) => ({
      ...toDocument({ ...record, body: { ...record.body, name } }),
      _rev: `1-${hex.repeat(32)}`,
      _revisions: { start: 1, ids: [hex.repeat(32)] },
    });
    await server.couch.database(book).writeAll([leaf('a', 'Une'), leaf('b', 'Autre')], false);
    await withWorker(async (worker) => {
      await worker.reconcile();
      await worker.reconcile();
    });
    const leaves = await listLeaves('network');
    expect(leaves).toEqual(await listLeaves(book));
    // Two first revisions, and the verdict that says so.
    expect(leaves).toHaveLength(3);
  });
});

describe('verdicts', () => {
  it('come by themselves, in the book and in network', async () => {
    await withWorker(async () => {
      const statement = makeStatement('ada.fall', activityId);
      await write(statement);
      const id = verdictId(statement.id);
      await expect.poll(() => read('network', id)).toMatchObject({ status: 'verified' });
      expect(await read(book, id)).toMatchObject({ activityId, body: { recordId: statement.id, differences: [] } });
    });
  });

  it('judge issued invoices but no drafts', async () => {
    const issued = makeInvoice('ada.fall', activityId, 'issued');
    const draft = makeInvoice('ada.fall', activityId, 'draft');
    await write(issued);
    await write(draft);
    await withWorker(async () => {
      expect(await read(book, verdictId(issued.id))).toMatchObject({ status: 'verified' });
      expect(await read(book, verdictId(draft.id))).toBeUndefined();
    });
  });

  it('turn when the administrator changes one figure, and leave the record alone', async () => {
    const statement = makeStatement('ada.fall', activityId);
    const rev = await write(statement);
    await withWorker(async () => {
      const totals = { ...statement.body.totals, totalCostCents: statement.body.totals.totalCostCents + 1 };
      const altered = await write({ ...statement, body: { ...statement.body, totals } }, rev);
      const id = verdictId(statement.id);
      await expect.poll(() => read('network', id)).toMatchObject({ status: 'mismatch' });
      const verdict = await read(book, id);
      const { differences } = verdict?.['body'] as { differences: { path: string; expected: string; found: string }[] };
      expect(differences).toContainEqual({
        path: 'body.totals.totalCostCents',
        expected: String(statement.body.totals.totalCostCents),
        found: String(totals.totalCostCents),
      });
      expect((await read(book, statement.id))?._rev).toBe(altered);
    });
  });

  it('see a consistent forgery by the first digest, and its return', async () => {
    const statement = makeStatement('ada.fall', activityId);
    const rev = await write(statement);
    await withWorker(async (worker) => {
      const account = { ...statement.body.account, residueCents: 1 };
      const forged = sealStatement({ ...statement, body: { ...statement.body, account } });
      const next = await write(forged, rev);
      const id = verdictId(statement.id);
      await expect
        .poll(() => read(book, id))
        .toMatchObject({
          status: 'mismatch',
          body: { differences: [{ path: 'seal' }] },
        });
      await worker.verifyAll();
      expect(await read(book, id)).toMatchObject({ status: 'mismatch' });
      await write(statement, next);
      await expect.poll(() => read(book, id)).toMatchObject({ status: 'verified' });
    });
  });

  it('are written once, however often everything is recomputed', async () => {
    const statement = makeStatement('ada.fall', activityId);
    await write(statement);
    await withWorker(async (worker) => {
      const before = await read(book, verdictId(statement.id));
      await worker.verifyAll();
      await worker.verifyAll();
      expect(await read(book, verdictId(statement.id))).toEqual(before);
    });
  });

  it.each([
    [
      'one digit of a total',
      '"totalCostCents":',
      (digits: string) => `${digits.slice(0, -1)}${digits.endsWith('1') ? '2' : '1'}`,
      'seal',
    ],
    ['the status', '"status":"', () => 'checked', 'stored'],
  ])('see %s altered in the file, without a new revision', async (_name, key, change, path) => {
    const statement = makeStatement('ada.fall', activityId);
    await write(statement);
    await withWorker(async (worker) => {
      const id = verdictId(statement.id);
      expect(await read('network', id)).toMatchObject({ status: 'verified' });
      alterFile(statement.id, key, change);
      const verified = await worker.verifyAll();
      const told = verified.find(({ recordId }) => recordId === statement.id);
      expect(told?.status).toBe('mismatch');
      expect(told?.differences.map((difference) => difference.path)).toContain(path);
      await expect.poll(() => read('network', id)).toMatchObject({ status: 'mismatch' });
      expect(await read(book, id)).toMatchObject({ status: 'mismatch' });
      // The waiting pay is compared again and is as wrong as before.
      await write(makeEntry('ada.fall', activityId, 1_000));
      await expect.poll(() => listLeaves('network')).toEqual(await listLeaves(book));
      await worker.settle();
      expect(await read(book, id)).toMatchObject({ status: 'mismatch' });
    });
  });

  it('see a record that is gone', async () => {
    const statement = makeStatement('ada.fall', activityId);
    await write(statement);
    await withWorker(async (worker) => {
      const file = new DatabaseSync(join(server.dataDir, 'couch.sqlite'));
      file.exec('PRAGMA foreign_keys = ON');
      file.prepare(`DELETE FROM document WHERE id = ? AND ${IN_BOOK}`).run(statement.id, book);
      file.close();
      await worker.verifyAll();
      expect(await read(book, verdictId(statement.id))).toMatchObject({
        status: 'mismatch',
        body: { differences: [{ path: 'record' }] },
      });
    });
  });
});

const IN_BOOK = 'db = (SELECT db FROM database WHERE name = ?)';

/** Changes the value after `key` in the stored body of a document of the book, behind the server's back. */
function alterFile(id: string, key: string, change: (value: string) => string): void {
  const file = new DatabaseSync(join(server.dataDir, 'couch.sqlite'));
  try {
    const where = `doc = (SELECT doc FROM document WHERE id = ? AND ${IN_BOOK})`;
    const row = file.prepare(`SELECT body FROM revision WHERE ${where}`).get(id, book);
    const body = String(row?.['body']);
    const start = body.indexOf(key) + key.length;
    const value = /^[\w]+/.exec(body.slice(start))?.[0] ?? '';
    const altered = body.slice(0, start) + change(value) + body.slice(start + value.length);
    expect(altered).not.toBe(body);
    file.prepare(`UPDATE revision SET body = ? WHERE ${where}`).run(altered, id, book);
  } finally {
    file.close();
  }
}

describe('a book that is large or cannot be read', () => {
  it('is copied whole although not all of it fits into a request', async () => {
    const small = await startTestCouch({ maxBodyBytes: 300_000, maxAnswerBytes: 300_000 });
    const worker = openWorker(small.couch, clock, () => undefined);
    try {
      await provisionServer(small.couch);
      await provisionBook(small.couch, activityId);
      const note = { note: 'x'.repeat(3_900) };
      const records = Array.from({ length: 150 }, () => makeCustomer('ada.fall', activityId));
      const documents = records.map((record) => toDocument({ ...record, body: { ...record.body, ...note } }));
      for (const part of [0, 50, 100]) {
        await small.couch.database(book).writeAll(documents.slice(part, part + 50), true);
      }
      await worker.start();
      expect(worker.failing()).toEqual([]);
      expect(await small.couch.database('network').getMany(records.map(({ id }) => id))).toHaveLength(150);
    } finally {
      await worker.close();
      await small.close();
    }
  });

  it('keeps neither the start nor a verification from the others, and is named until it is copied', async () => {
    let isBroken = true;
    const broken: typeof server.couch = {
      ...server.couch,
      database: (name) => {
        const database = server.couch.database(name);
        const changes = (): Promise<never> => Promise.reject(new Error('it cannot be read'));
        return name === book && isBroken ? { ...database, changes } : database;
      },
    };
    const other = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
    await provisionBook(server.couch, other);
    const [stuck, free] = [makeCustomer('ada.fall', activityId), makeCustomer('bo.lind', other)];
    await write(stuck);
    await server.couch.database(bookDatabase(other)).put(toDocument(free));
    const worker = openWorker(broken, clock, () => undefined);
    try {
      await worker.start();
      expect(await read('network', free.id)).toBeDefined();
      expect(worker.failing()).toEqual([{ book, reason: 'it cannot be read' }]);
      expect(worker.behind()).toEqual([{ book, since: expect.any(String) as string, isFailing: true }]);
      expect(worker.pending()).toBe(1);
      await expect(worker.verifyAll()).rejects.toThrow(`could not be verified: ${book}`);
      isBroken = false;
      await expect.poll(() => read('network', stuck.id)).toBeDefined();
      await worker.settle();
      expect([worker.failing(), worker.behind()]).toEqual([[], []]);
      await worker.verifyAll();
    } finally {
      await worker.close();
    }
  });
});
