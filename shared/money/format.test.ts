import { expect, it } from 'vitest';
import { formatMinor, formatMoney, formatRate } from './format.ts';

it.each([
  [1_500_000, 'MGA', 'en', '1,500,000\u00a0Ar'],
  [-1_500_000, 'MGA', 'fr', '−1\u202f500\u202f000\u00a0Ar'],
  [100, 'USD', 'en', '$1.00'],
  [100, 'USD', 'fr', '1,00\u00a0$'],
  [100, 'GBP', 'en', '£1.00'],
  [-100, 'CHF', 'en', '−1.00\u00a0CHF'],
  [0, 'EUR', 'en', '€0.00'],
  [99, 'EUR', 'fr', '0,99\u00a0€'],
  [100_000, 'EUR', 'fr', '1\u202f000,00\u00a0€'],
  [99_999, 'EUR', 'fr', '999,99\u00a0€'],
] as const)('%i %s %s', (minor, currency, language, text) => {
  expect(formatMoney(minor, currency, language)).toBe(text);
});

it.each([
  [0, 0, '0'],
  [7, 0, '7'],
  [-1, 3, '−0.001'],
  [1_234_567, 3, '1,234.567'],
])('%i with %i decimals', (minor, decimals, text) => {
  expect(formatMinor(minor, decimals, 'en')).toBe(text);
});

it.each([
  [115_000, 'en', '11.5%'],
  [1_000_000, 'fr', '100\u00a0%'],
  [2_005_000, 'fr', '200,5\u00a0%'],
  [101_010, 'en', '10.101%'],
  [1, 'fr', '0,0001\u00a0%'],
  [-25_000, 'fr', '−2,5\u00a0%'],
] as const)('%i ppm in %s', (ppm, language, text) => {
  expect(formatRate(ppm, language)).toBe(text);
});
