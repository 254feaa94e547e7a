import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { StoredDocument } from '../couch/couch-database.ts';
import { provisionBook, provisionServer } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { verdictId } from '../jobs/verdict-store.ts';
import type { Worker } from '../jobs/worker.ts';
import { openWorker } from '../jobs/worker.ts';
import type { TestCouch } from './test-couch.ts';
import { startTestCouch } from './test-couch.ts';

/** A book of its own on an embedded server. */
export interface TestBook {
  readonly activityId: string;
  readonly name: string;
  readonly write: (record: AnyRecord, rev?: string) => Promise<string>;
  /** Puts a record in as a second first revision beside the one that is there. */
  readonly writeRoot: (record: AnyRecord, rev: string) => Promise<void>;
  readonly read: (id: string) => Promise<StoredDocument | undefined>;
  /** Status and paths of the differences of the verdict on a record. */
  readonly verdictOn: (recordId: string) => Promise<readonly string[]>;
}

export interface TestBooks {
  readonly server: TestCouch;
  readonly addBook: () => Promise<TestBook>;
  /** Runs a worker for as long as a test takes. */
  readonly withWorker: (test: (worker: Worker) => Promise<void>, log?: string[]) => Promise<void>;
}

export const clock = (): string => new Date().toISOString();

export async function startTestBooks(): Promise<TestBooks> {
  const server = await startTestCouch();
  await provisionServer(server.couch);
  return {
    server,
    addBook: async () => {
      const activityId = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
      await provisionBook(server.couch, activityId);
      return openBook(server, activityId);
    },
    withWorker: async (test, log = []) => {
      const worker = openWorker(server.couch, clock, (line) => log.push(line), { comparedWhenQuietMs: 20 });
      try {
        await worker.start();
        await test(worker);
      } finally {
        await worker.close();
      }
    },
  };
}

/** One server for the tests of a file and a fresh book, which `prepare` may fill, for each of them. */
export function useTestBooks(
  prepare: (book: TestBook) => Promise<unknown> = () => Promise.resolve(),
): Readonly<{ books: TestBooks; book: TestBook }> {
  let books: TestBooks;
  let book: TestBook;
  beforeAll(async () => {
    books = await startTestBooks();
  });
  afterAll(() => books.server.close());
  beforeEach(async () => {
    book = await books.addBook();
    await prepare(book);
  });
  return {
    get books() {
      return books;
    },
    get book() {
      return book;
    },
  };
}

function openBook(server: TestCouch, activityId: string): TestBook {
  const book = server.couch.database(bookDatabase(activityId));
  return {
    activityId,
    name: book.name,
    write: (record, rev) => book.put({ ...toDocument(record), ...(rev === undefined ? {} : { _rev: rev }) }),
    writeRoot: async (record, rev) => {
      const [start = '', id = ''] = rev.split('-');
      await book.writeAll(
        [{ ...toDocument(record), _rev: rev, _revisions: { start: Number(start), ids: [id] } }],
        false,
      );
    },
    read: (id) => book.get(id),
    verdictOn: async (recordId) => {
      const verdict = await book.get(verdictId(recordId));
      if (verdict === undefined) return [];
      const { differences } = verdict['body'] as { differences: { path: string }[] };
      return [String(verdict['status']), ...differences.map(({ path }) => path)];
    },
  };
}
