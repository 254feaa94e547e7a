import { CHUNK_BYTES } from '../receipts/receipt-chunks.ts';

/** What the server keeps of one activity at most; four times twenty years of a busy book (docs/decisions/0015). */
export const BOOK_QUOTA = { documents: 200_000, bytes: 256 * 1024 ** 2 } as const;
/** What is personal to one account: some records a month for twenty years, many times over. */
export const PERSON_QUOTA = { documents: 5_000, bytes: 16 * 1024 ** 2 } as const;
/** A book that was made larger than its quota by this much takes no changes either: they could make it grow for ever. */
export const LAST_ROOM = 1.25;
export const RECEIPTS_QUOTA = { documents: Math.ceil((12 * 1024 ** 3) / CHUNK_BYTES), bytes: 12 * 1024 ** 3 } as const;

/** What one activity takes on the server. */
export interface Usage {
  /** Records of the book, verdicts included. */
  readonly records: number;
  /** Bytes of the book, as the database counts them. */
  readonly recordBytes: number;
  /** Bytes of its receipts, rounded up to whole parts. */
  readonly receiptBytes: number;
}
