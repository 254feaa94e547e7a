import { CHUNK_BYTES } from '../../shared/receipts/receipt-chunks.ts';
import { bookDatabase, receiptsDatabase } from '../../shared/access/database-names.ts';
import type { Usage } from '../../shared/sync/quota.ts';
import { BOOK_QUOTA, RECEIPTS_QUOTA } from '../../shared/sync/quota.ts';
import type { Couch } from '../couch/connect.ts';

/** How long a size is believed: what is written meanwhile is bounded by the budget of work. */
const BELIEVED_MS = 10_000;
const HELD = 2_000;

interface Size {
  readonly documents: number;
  readonly bytes: number;
  readonly until: number;
}

/** What databases hold, read from their own counts and kept some seconds. */
export interface UsageReader {
  /** Whether a book or a database of receipts takes no new documents; the databases of the cooperative always do. */
  readonly isFull: (database: string) => Promise<boolean>;
  readonly ofActivity: (activityId: string) => Promise<Usage>;
}

export function openUsage(couch: Couch, now: () => number = () => performance.now()): UsageReader {
  const held = new Map<string, Size>();
  const read = async (database: string): Promise<Size> => {
    const known = held.get(database);
    if (known !== undefined && known.until > now()) return known;
    const info = await couch.database(database).info();
    // The embedded server tells no sizes; the number of documents bounds it there.
    const size = { documents: info?.doc_count ?? 0, bytes: info?.sizes?.active ?? 0, until: now() + BELIEVED_MS };
    if (held.size > HELD) held.clear();
    held.set(database, size);
    return size;
  };
  return {
    isFull: async (database) => {
      const quota = quotaOf(database);
      if (quota === undefined) return false;
      const { documents, bytes } = await read(database);
      return documents >= quota.documents || bytes >= quota.bytes;
    },
    ofActivity: async (activityId) => {
      const [book, receipts] = await Promise.all([read(bookDatabase(activityId)), read(receiptsDatabase(activityId))]);
      return { records: book.documents, receiptBytes: receipts.documents * CHUNK_BYTES };
    },
  };
}

function quotaOf(database: string): { readonly documents: number; readonly bytes: number } | undefined {
  if (database.startsWith('receipts-')) return RECEIPTS_QUOTA;
  return database.startsWith('book-') ? BOOK_QUOTA : undefined;
}
