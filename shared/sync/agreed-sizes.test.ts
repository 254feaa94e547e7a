import { expect, it } from 'vitest';
import { CHUNK_BYTES } from '../receipts/receipt-chunks.ts';
import { BOOK_QUOTA, LAST_ROOM, RECEIPTS_QUOTA } from './quota.ts';
import { MOST_RECORD_BYTES, RECORDS_ONLY } from './records-only.ts';
import { NEVER_SYNCED } from './sync-status.ts';

const MIB = 1_048_576;

it('a book may take 256 MiB, and a quarter more at the very most', () => {
  expect(BOOK_QUOTA).toEqual({ documents: 200_000, bytes: 256 * MIB });
  expect(BOOK_QUOTA.bytes * LAST_ROOM).toBe(320 * MIB);
});

it('receipts may take 12 GiB, in whole parts', () => {
  const { bytes, documents } = RECEIPTS_QUOTA;
  expect(bytes).toBe(12_288 * MIB);
  expect(documents * CHUNK_BYTES).toBeGreaterThanOrEqual(bytes);
  expect((documents - 1) * CHUNK_BYTES).toBeLessThan(bytes);
});

it('a record has 256 KiB at most, far below a book', () => {
  expect(MOST_RECORD_BYTES).toBe(MIB / 4);
});

it('the exchange asks for what has a type, which a design document has not', () => {
  expect(JSON.stringify(RECORDS_ONLY)).toBe('{"selector":{"type":{"$exists":true}}}');
});

it('before any exchange there is no moment and no error', () => {
  const { phase, ...rest } = NEVER_SYNCED;
  expect(phase).toBe('offline');
  expect(Object.values(rest)).toEqual(['', '', '']);
});
