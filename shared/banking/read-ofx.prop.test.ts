import fc from 'fast-check';
import { parseSync } from 'ofx-js';
import { describe, expect, it } from 'vitest';
import { readOfx } from './read-ofx.ts';
import { writeOfx1 } from './testing/sample-files.ts';
import { hash } from '../testing/hash.ts';

const read = (text: string) => readOfx(text, { hash, defaultCurrency: 'EUR' });

const word = fc.stringMatching(/^[A-Z][a-z0-9 ]{0,20}[a-z]$/);
const messy = fc.oneof(
  word,
  fc.string(),
  fc.constantFrom('<', '</STMTTRN', '<B>', '<!--', '&', '&#0;', ']]>', '<STMTTR', ''),
);
const date = fc.oneof(
  fc.constantFrom('20260301', '20260331120000[0:GMT]', '20260230', ''),
  fc.string({ maxLength: 9 }),
);
const amount = fc.oneof(fc.constantFrom('-12,50', '1250.00', '1,234', ''), fc.string({ maxLength: 9 }));
const rowsOf = (text: string) => {
  const { statements, unreadable } = read(text);
  return statements.reduce((sum, statement) => sum + statement.lines.length, unreadable.length);
};

describe('readOfx on any file', () => {
  it('puts every row in exactly one of lines and unreadable', () => {
    const transaction = fc.record({ id: fc.option(word, { nil: undefined }), date, amount, name: messy, memo: messy });
    fc.assert(
      fc.property(fc.array(transaction, { maxLength: 12 }), (transactions) => {
        const tidy = transactions.map(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id }));
        const texts = tidy.flatMap((row) => [row.date, row.amount, row.name, row.memo]).join('\n');
        fc.pre(!/<!--|<!\[CDATA/.test(texts));
        expect(rowsOf(writeOfx1({ '12345678': tidy }))).toBe(tidy.length);
      }),
    );
  });

  it('keeps the rows wherever the file is cut', () => {
    const transactions = Array.from({ length: 5 }, (_, index) => ({
      id: String(index),
      date: '20260301',
      amount: '-1',
      name: 'A',
    }));
    const text = writeOfx1({ '12345678': transactions });
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const cut = text.slice(0, length);
        expect(rowsOf(cut)).toBe(cut.split('<STMTTRN>').length - 1);
      }),
    );
  });

  it('reads the same transactions as ofx-js on well-formed files', () => {
    const cents = fc.integer({ min: -999_999, max: 999_999 });
    const transaction = fc.record({ id: fc.stringMatching(/^[1-9A-F]{6}$/), cents, name: word });
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 2, maxLength: 8 }), (transactions) => {
        const text = writeOfx1({
          '12345678': transactions.map(({ id, cents: value, name }) => {
            const digits = String(Math.abs(value)).padStart(3, '0');
            const written = `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
            return { id, name, date: '20260301', amount: written };
          }),
        });
        const oracle = parseSync(text).OFX as {
          BANKMSGSRSV1: { STMTTRNRS: { STMTRS: { BANKTRANLIST: { STMTTRN: Record<string, string>[] } } } };
        };
        const expected = oracle.BANKMSGSRSV1.STMTTRNRS.STMTRS.BANKTRANLIST.STMTTRN.map((row) => [
          row['FITID'],
          Math.round(Number(row['TRNAMT']) * 100) + 0,
          row['NAME']?.replace(/\s+/g, ' '),
        ]);
        expect(
          read(text).statements[0]?.lines.map((line) => [line.transactionId, line.amountCents, line.label]),
        ).toEqual(expected);
      }),
    );
  });
});
