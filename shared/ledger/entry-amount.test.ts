import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { LedgerCategory } from '../records/ledger-entry.ts';
import { readEntryAmount, suggestVatRate, writeEntryAmount } from './entry-amount.ts';

const CATEGORIES: readonly LedgerCategory[] = [
  'sale',
  'otherIncome',
  'purchase',
  'insurance',
  'bankFee',
  'otherCharge',
  'transfer',
];

describe('readEntryAmount', () => {
  it.each([
    ['120', 'sale', 12_000],
    ['120', 'purchase', -12_000],
    ['12.5', 'purchase', -1_250],
    ['+20', 'purchase', 2_000],
    ['-20', 'sale', -2_000],
    ['−20', 'sale', -2_000],
    [' -20 ', 'sale', -2_000],
    [' +20', 'purchase', 2_000],
    ['20', 'otherIncome', 2_000],
    ['20', 'transfer', -2_000],
    ['0', 'bankFee', 0],
  ] as const)('%s as %s', (text, category, expected) => {
    const value = unwrap(readEntryAmount(text, category, 2));
    expect(Object.is(value, expected)).toBe(true);
  });

  it('refuses what is no amount', () => {
    expect(readEntryAmount('douze', 'sale', 2).ok).toBe(false);
  });
});

describe('writeEntryAmount', () => {
  it('gives text that reads back as the same amount in both languages', () => {
    for (const category of CATEGORIES) {
      for (const cents of [-123_456_789, -1, 0, 1, 99, 100_000, 1_234_567]) {
        for (const language of ['fr', 'en'] as const) {
          for (const decimals of [0, 2]) {
            const text = writeEntryAmount(cents, category, decimals, language);
            expect(unwrap(readEntryAmount(text, category, decimals)), `${category} ${text}`).toBe(cents);
          }
        }
      }
    }
  });

  it('shows no sign where the category gives it', () => {
    expect(writeEntryAmount(-123_450, 'purchase', 2, 'fr')).toBe('1234,50');
    expect(writeEntryAmount(2_000, 'purchase', 2, 'fr')).toBe('+20,00');
    expect(writeEntryAmount(2_000, 'sale', 2, 'fr')).toBe('20,00');
    expect(writeEntryAmount(-2_000, 'sale', 2, 'fr')).toBe('-20,00');
    expect(writeEntryAmount(0, 'sale', 2, 'fr')).toBe('0,00');
    expect(writeEntryAmount(0, 'purchase', 2, 'fr')).toBe('0,00');
  });
});

describe('suggestVatRate', () => {
  it('offers the rate of the activity only where VAT is usual', () => {
    const usual = CATEGORIES.filter((category) => suggestVatRate(category, 55_000) === 55_000);
    expect(usual).toEqual(['sale', 'purchase', 'otherCharge']);
    expect(suggestVatRate('insurance', 200_000)).toBe(0);
  });
});
