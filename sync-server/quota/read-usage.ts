import { CHUNK_BYTES } from '../../shared/receipts/receipt-chunks.ts';
import { accountOfDatabase, bookDatabase, receiptsDatabase } from '../../shared/access/database-names.ts';
import type { Usage } from '../../shared/sync/quota.ts';
import { BOOK_QUOTA, LAST_ROOM, PERSON_QUOTA, RECEIPTS_QUOTA } from '../../shared/sync/quota.ts';
import type { Couch } from '../couch/connect.ts';

/** How long a size is believed: what is written meanwhile is bounded by the budget of work. */
const BELIEVED_MS = 10_000;
const HELD = 2_000;

interface Size {
  readonly documents: number;
  readonly bytes: number;
  readonly until: number;
}

/** What a database still takes: everything, changes of what it holds, nothing. */
export type Room = 'open' | 'changes' | 'none';

/** What databases hold, read from their own counts and kept some seconds. */
export interface UsageReader {
  /** The databases of the cooperative are always open. */
  readonly roomIn: (database: string) => Promise<Room>;
  readonly ofActivity: (activityId: string) => Promise<Usage>;
  /** Bytes that so many records of a database take, if they are like the others in it. */
  readonly bytesOfRows: (database: string, rows: number) => Promise<number>;
}

export function openUsage(couch: Couch, now: () => number = () => performance.now()): UsageReader {
  const held = new Map<string, Size>();
  const read = async (database: string): Promise<Size> => {
    const known = held.get(database);
    if (known !== undefined && known.until > now()) return known;
    const info = await couch.database(database).info();
    const size = { documents: info?.doc_count ?? 0, bytes: info?.sizes?.active ?? 0, until: now() + BELIEVED_MS };
    if (held.size > HELD) held.clear();
    held.set(database, size);
    return size;
  };
  return {
    roomIn: async (database) => {
      const quota = quotaOf(database);
      if (quota === undefined) return 'open';
      const { documents, bytes } = await read(database);
      if (bytes >= quota.bytes * LAST_ROOM) return 'none';
      return documents >= quota.documents || bytes >= quota.bytes ? 'changes' : 'open';
    },
    bytesOfRows: async (database, rows) => {
      const { documents, bytes } = await read(database);
      return bytes * Math.min(1, rows / Math.max(1, documents));
    },
    ofActivity: async (activityId) => {
      const [book, receipts] = await Promise.all([read(bookDatabase(activityId)), read(receiptsDatabase(activityId))]);
      return {
        records: contentOf(book),
        recordBytes: book.bytes,
        receiptBytes: contentOf(receipts) * CHUNK_BYTES,
      };
    },
  };
}

/** Without the rules, which stand in every one of these databases as one document. */
function contentOf({ documents }: Size): number {
  return Math.max(0, documents - 1);
}

function quotaOf(database: string): { readonly documents: number; readonly bytes: number } | undefined {
  if (database.startsWith('receipts-')) return RECEIPTS_QUOTA;
  if (accountOfDatabase(database) !== undefined) return PERSON_QUOTA;
  return database.startsWith('book-') ? BOOK_QUOTA : undefined;
}
