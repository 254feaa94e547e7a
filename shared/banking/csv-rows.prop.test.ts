import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitCsvRows } from './csv-rows.ts';
import { readCsv } from './read-csv.ts';
import { hash } from '../testing/hash.ts';

const field = fc.stringMatching(/^[a-z0-9,;"\n éà'.-]{0,12}$/).map((text) => text.trim());

describe('splitCsvRows', () => {
  it('reads what papaparse writes', () => {
    const rows = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(';', ',', '\t'), (table, separator) => {
        const filled = table.filter((row) => row.some((cell) => cell !== ''));
        const text = papaparse.unparse(filled, { delimiter: separator });
        expect(splitCsvRows(text, separator).map((row) => row.fields)).toEqual(filled);
      }),
    );
  });

  it('does not let a stray quote swallow the rows after it', () => {
    const text = '01/03/2026;"CAFE;-1,50\n02/03/2026;"THE";-2,00\n03/03/2026;PAIN;-3,00';
    expect(splitCsvRows(text, ';').map((row) => row.fields)).toEqual([
      ['01/03/2026', '"CAFE', '-1,50'],
      ['02/03/2026', 'THE', '-2,00'],
      ['03/03/2026', 'PAIN', '-3,00'],
    ]);
  });

  it('does not join rows by the quotes of two labels', () => {
    const text = '01/03/2026;"CAFE;-1,50\n02/03/2026;THE";-2,00';
    expect(splitCsvRows(text, ';').map((row) => row.fields)).toEqual([
      ['01/03/2026', '"CAFE', '-1,50'],
      ['02/03/2026', 'THE"', '-2,00'],
    ]);
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', '1', '=') }), (text) => {
        const kept = splitCsvRows(text, ';')
          .map((row) => row.text)
          .join('')
          .replace(/\s/g, '');
        // Blank records hold separators and empty quotes only.
        const lost = text.replace(/\s/g, '').length - kept.length;
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(kept.replace(/[;"=]/g, '')).toBe(text.replace(/[\s;"=]/g, ''));
      }),
    );
  });
});

describe('readCsv', () => {
  it('puts every record below the header in exactly one of lines and unreadable', () => {
    const cell = fc.oneof(field, fc.constantFrom('01/03/2026', '2026-03-02', '-12,50', '1 250,00', 'Total', ''));
    const mapping = {
      separator: ';',
      headerIndex: 0,
      dateOrder: 'dayFirst',
      roles: ['date', 'label', 'amount'],
    } as const;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 }), (table) => {
        const text = `Date;Libellé;Montant\n${papaparse.unparse(table, { delimiter: ';' })}`;
        const { statements, unreadable } = readCsv(text, mapping, { hash, defaultCurrency: 'EUR' });
        const texts = splitCsvRows(text, ';').slice(1);
        const numbers = [...statements.flatMap((one) => one.lines), ...unreadable].map(({ row }) => row);
        expect(numbers.sort((a, b) => a - b)).toEqual(texts.map(({ row }) => row));
      }),
    );
  });
});
