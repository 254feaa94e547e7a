import { isWaitingPay, PAY_TYPES } from '../../shared/pay/counted-pay.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { RECORD_TYPES, TYPE_NAMES } from '../../shared/records/registry.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { Arrival } from './arrival.ts';
import { readStoredRecord } from './verdict-store.ts';

const PAYS = PAY_TYPES.map((type) => `${type}:`);
/** Records a waiting pay depends on: what moves the account, and the terms of the activity. */
const ACCOUNT = TYPE_NAMES.filter(
  (type) => RECORD_TYPES[type].month.belongs !== 'never' || type === 'activitySettings',
).map((type) => `${type}:`);

/** A place in the changes of a book and the next; `0` is the beginning. */
interface Step {
  readonly since: string;
  readonly until: string;
}

/** Documents of pays held at once, and as many of their copies: each may be as large as a record may be. */
const MOST_HELD = 50;

/** More are not kept from one start to the next: they are then looked for. */
const MOST_KEPT = 100;

/**
 * Remembers which pays of each book may wait for the support team, so that most changes, and a start, cost no look at any.
 */
export interface WaitingPays {
  /** Goes on where a book was followed to, with what was kept of it then. */
  readonly resume: (book: string, since: string, kept: readonly string[] | undefined) => void;
  /** Takes note of a batch, in the order of the book's changes. */
  readonly follow: (book: string, step: Step, changedIds: readonly string[]) => void;
  /** What to keep for the next start; `undefined` when it is not known or too much. */
  readonly keptOf: (book: string) => readonly string[] | undefined;
  /** Ids of the pays of a book that wait now, in parts of which the documents may be held at once. */
  readonly read: (book: CouchDatabase) => Promise<readonly (readonly string[])[]>;
}

interface Followed {
  readonly until: string;
  /** `undefined` when the book was not followed from its beginning. */
  readonly ids: ReadonlySet<string> | undefined;
}

export function openWaitingPays(): WaitingPays {
  const books = new Map<string, Followed>();
  return {
    resume: (book, since, kept) => {
      if (books.get(book)?.until === since) return;
      books.set(book, { until: since, ids: since === '0' ? new Set() : kept && new Set(kept) });
    },
    follow: (book, { since, until }, changedIds) => {
      const before = books.get(book);
      // From the beginning, or another worker went on in between.
      const ids = since === '0' ? new Set<string>() : before?.until === since ? before.ids : undefined;
      books.set(book, { until, ids: ids && new Set([...ids, ...changedIds.filter(isPayId)]) });
    },
    keptOf: (book) => {
      const ids = books.get(book)?.ids;
      return ids === undefined || ids.size > MOST_KEPT ? undefined : [...ids];
    },
    read: async (book) => {
      const before = books.get(book.name);
      const waiting: string[] = [];
      for await (const documents of before?.ids === undefined ? listPays(book) : readParts(book, [...before.ids])) {
        waiting.push(...documents.filter((one) => isWaitingPay(readStoredRecord(one))).map(({ _id }) => _id));
      }
      // Pays that arrive meanwhile come with a later batch; one that waits no more never waits again.
      if (before !== undefined && books.get(book.name) === before) {
        books.set(book.name, { ...before, ids: new Set(waiting) });
      }
      return inParts(waiting);
    },
  };
}

async function* listPays(book: CouchDatabase): AsyncGenerator<readonly StoredDocument[]> {
  for (const prefix of PAYS) yield* book.pages(prefix);
}

async function* readParts(book: CouchDatabase, ids: readonly string[]): AsyncGenerator<readonly StoredDocument[]> {
  for (const part of inParts(ids)) yield await book.getMany(part);
}

function inParts(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / MOST_HELD) }, (_, index) =>
    ids.slice(index * MOST_HELD, (index + 1) * MOST_HELD),
  );
}

/** Whether a batch changes what waiting pays depend on. */
export function touchesAccount({ changedIds }: Arrival): boolean {
  return changedIds.some((id) => ACCOUNT.some((prefix) => id.startsWith(prefix)));
}

/** Every record of a book that its account and its pays depend on. */
export async function readAccountRecords(book: CouchDatabase): Promise<readonly AnyRecord[]> {
  const documents: (readonly StoredDocument[])[] = [];
  // One listing after the other: of a large book each is pages of work for the database.
  for (const prefix of ACCOUNT) documents.push(await book.list(prefix));
  return documents.flat().map(readStoredRecord);
}

function isPayId(id: string): boolean {
  return PAYS.some((prefix) => id.startsWith(prefix));
}
