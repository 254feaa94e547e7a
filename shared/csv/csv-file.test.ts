import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvFile } from './csv-file.ts';
import { csvRow } from './csv-row.ts';

describe('a record', () => {
  it.each([
    [{ minor: 123_456, decimals: 2 }, '1234,56'],
    [{ minor: -5, decimals: 2 }, '-0,05'],
    [{ minor: 0, decimals: 2 }, '0,00'],
    [{ minor: 4_500_000, decimals: 0 }, '4500000'],
    [{ minor: -12, decimals: 0 }, '-12'],
    [{ minor: 49_125, decimals: 5 }, '0,49125'],
  ])('writes %o as a number a French spreadsheet adds up', (number, text) => {
    expect(csvRow([number])).toBe(text);
  });

  it.each(['=1+1', '+33 2 98 00 00 00', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '-12,50'])(
    'keeps %j from being run as a formula',
    (text) => {
      expect(csvRow([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves plain texts as they are, dashes and accents included', () => {
    expect(csvRow(['Atelier – hiver', 'Réduction générale', '1 234,56 €', ''])).toBe(
      'Atelier – hiver;Réduction générale;1 234,56 €;',
    );
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(csvRow(['a;b', 'dit « "oui" »', 'un\ndeux'])).toBe('"a;b";"dit « ""oui"" »";"un\ndeux"');
  });
});

it('makes a file that another reader understands', () => {
  const rows = [
    ['Mois', 'Coût "chargé"'],
    ['janvier ; février', '−'],
    ['Rakotomalala\r\nHery', 'x'],
  ];
  const file = csvFile(rows);
  expect(file.startsWith('\uFEFFMois;')).toBe(true);
  expect(file.endsWith('\r\n')).toBe(true);
  const read = papaparse.parse<string[]>(file.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(read.errors).toEqual([]);
  expect(read.data).toEqual(rows);
});
