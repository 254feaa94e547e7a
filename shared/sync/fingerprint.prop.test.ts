import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingMonths, fingerprintMonths } from './fingerprint.ts';

const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
const anyRecord = fc.record({
  id: fc.string({ minLength: 1, maxLength: 8 }),
  date: fc.constantFrom<string>('2026-01-05', '2026-01-31', '2026-02-01', '2025-12-31'),
  edits: fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
});
const anyBook = fc.uniqueArray(anyRecord, { selector: ({ id }) => id, minLength: 1, maxLength: 30 });

describe('fingerprints of months', () => {
  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        expect(fingerprintMonths(book.toReversed(), hash)).toEqual(fingerprintMonths(book, hash));
      }),
    );
  });

  it('tell a missing record, another version and a moved date, in the months they touch and no others', () => {
    fc.assert(
      fc.property(anyBook, fc.nat(), fc.constantFrom('missing', 'edited', 'moved'), (book, position, fault) => {
        const index = position % book.length;
        const victim = book[index];
        if (victim === undefined) throw new Error('no record');
        const changed =
          fault === 'edited' ? { ...victim, edits: [`${victim.edits[0] ?? ''}x`] } : { ...victim, date: '2024-03-01' };
        const other = fault === 'missing' ? book.toSpliced(index, 1) : book.with(index, changed);
        const months = differingMonths(fingerprintMonths(book, hash), fingerprintMonths(other, hash));
        const month = victim.date.slice(0, 7);
        expect(months).toEqual(fault === 'moved' ? ['2024-03', month] : [month]);
      }),
    );
  });

  it('are in the order of the months, whatever the order of the records', () => {
    const dated = (date: string) => ({ id: `ledgerEntry:${date}`, date, edits: ['e'] });
    const book = ['2026-02-01', '2025-12-31', '2026-01-05'].map(dated);
    expect(fingerprintMonths(book, hash).map(({ month }) => month)).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(differingMonths(fingerprintMonths(book, hash), [])).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(differingMonths([], fingerprintMonths(book, hash))).toEqual(['2025-12', '2026-01', '2026-02']);
  });

  it('differ by their number alone, should a hash ever come out alike', () => {
    const line = { month: '2026-01', count: 2, hash: '0'.repeat(16) };
    expect(differingMonths([line], [{ ...line, count: 4 }])).toEqual(['2026-01']);
    expect(differingMonths([line], [line])).toEqual([]);
  });

  it('have sixteen digits, also when the first are noughts, and a record without an edit has its own', () => {
    const small = (bytes: Uint8Array) => `00000000000000${bytes.length.toString(16).padStart(2, '0')}ffff`;
    const fingerprint = fingerprintMonths([{ id: 'ab', date: '2026-01-05', edits: [] }], small);
    expect(fingerprint).toEqual([{ month: '2026-01', count: 1, hash: '0000000000000003' }]);
  });

  it('are the same text for the same records for ever', () => {
    const records = [
      { id: 'ledgerEntry:A', date: '2026-03-02', edits: ['e2', 'e1'] },
      { id: 'ledgerEntry:B', date: '2026-03-09', edits: ['e3'] },
    ];
    expect(fingerprintMonths(records, hash)).toEqual([{ month: '2026-03', count: 2, hash: 'd3019a3a2ca15b02' }]);
  });
});
