import { CHUNK_BYTES } from '../receipts/receipt-chunks.ts';

/** What the server keeps of one activity at most; far above twenty years of a busy book (docs/decisions/0015). */
export const BOOK_QUOTA = { documents: 200_000, bytes: 2 * 1024 ** 3 } as const;
export const RECEIPTS_QUOTA = { documents: Math.ceil((12 * 1024 ** 3) / CHUNK_BYTES), bytes: 12 * 1024 ** 3 } as const;

/** What one activity takes on the server. */
export interface Usage {
  /** Records of the book, verdicts included. */
  readonly records: number;
  /** Bytes of its receipts, rounded up to whole parts. */
  readonly receiptBytes: number;
}
