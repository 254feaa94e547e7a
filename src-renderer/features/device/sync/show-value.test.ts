import { describe, expect, it } from 'vitest';
import type { ValueWords } from './show-value.ts';
import { showValue } from './show-value.ts';

const words: ValueWords = {
  yes: 'oui',
  no: 'non',
  empty: 'vide',
  money: (cents) => `${String(cents)} c`,
  rate: (ratePpm) => `${String(ratePpm)} ppm`,
  date: (date) => date.split('-').reverse().join('/'),
  instant: (instant) => `le ${instant.slice(0, 10)}`,
  field: (key) => key.toUpperCase(),
  coded: (value) => (value === 'sale' ? 'vente' : undefined),
  reference: (id) => (id === 'customer:1' ? 'Mairie' : undefined),
};

describe('showValue', () => {
  it.each([
    ['amountCents', 1250, '1250 c'],
    ['vatRatePpm', 200_000, '200000 ppm'],
    ['rateE7', 472_000, '47200 ppm'],
    ['sequence', 3, '3'],
    ['date', '2026-03-01', '01/03/2026'],
    ['category', 'sale', 'vente'],
    ['label', 'Sale', 'Sale'],
    ['customerId', 'customer:1', 'Mairie'],
    ['customerId', 'customer:2', 'customer:2'],
    ['at', '2026-03-01T08:00:00.000Z', 'le 2026-03-01'],
    ['receipt', { fileName: 'a.jpg', sha256: 'ab12', sizeBytes: 9 }, 'FILENAME a.jpg'],
    ['needsReview', true, 'oui'],
    ['note', undefined, 'vide'],
    ['lines', [], 'vide'],
    ['minutes', [60, 0, 90], '60 · 0 · 90'],
  ])('%s %j', (key, value, text) => {
    expect(showValue(key, value, words)).toBe(text);
  });

  it('gives a line to each item of a list', () => {
    const lines = [
      { description: 'Atelier', unitPrice: '80', unit: '', vatRatePpm: 200_000 },
      { description: 'Trajet', unitPrice: '12.5' },
    ];
    expect(showValue('lines', lines, words)).toBe(
      'DESCRIPTION Atelier, UNITPRICE 80, VATRATEPPM 200000 ppm\nDESCRIPTION Trajet, UNITPRICE 12.5',
    );
  });
});
