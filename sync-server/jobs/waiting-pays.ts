import type { AnyPay } from '../../shared/activity/counted-pay.ts';
import { isWaitingPay } from '../../shared/activity/counted-pay.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { Arrival } from './arrival.ts';
import { readStoredRecord } from './verdict-store.ts';

const PAYS = ['salaryStatement:', 'abroadPay:'];
/** Records a waiting pay depends on. */
const ACCOUNT = ['ledgerEntry:', 'expense:', 'invoice:', 'payment:', 'activitySettings:', ...PAYS];

/** Remembers which pays of each book may wait for the support team, so that most changes cost no look at any. */
export interface WaitingPays {
  /** Takes note of a batch, in the order of the book's changes. */
  readonly follow: (arrival: Arrival) => void;
  /** The pays of a book that wait now, as stored; `until` is the end of the batch they were followed to. */
  readonly read: (book: CouchDatabase, until?: string) => Promise<readonly AnyPay[]>;
}

export function openWaitingPays(): WaitingPays {
  const known = new Map<string, { readonly until: string; readonly ids: ReadonlySet<string> }>();
  return {
    follow: ({ book, since, until, changedIds }) => {
      const before = known.get(book.name);
      const isComplete = since === '0' || before?.until === since;
      // Another worker went on in between, or nothing is known since the start.
      if (!isComplete) known.delete(book.name);
      else known.set(book.name, { until, ids: new Set([...(before?.ids ?? []), ...changedIds.filter(isPayId)]) });
    },
    read: async (book, until) => {
      const before = known.get(book.name);
      const documents =
        before === undefined
          ? (await Promise.all(PAYS.map((prefix) => book.list(prefix)))).flat()
          : before.ids.size === 0
            ? []
            : await book.getMany([...before.ids]);
      const waiting = documents.map(readStoredRecord).filter(isWaitingPay);
      // Pays that arrive meanwhile come with a later batch; one that waits no more never waits again.
      const at = before?.until ?? until;
      if (at !== undefined && known.get(book.name) === before) {
        known.set(book.name, { until: at, ids: new Set(waiting.map(({ id }) => id)) });
      }
      return waiting;
    },
  };
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
