import { expect, it } from 'vitest';
import { formatRateE7 } from './format-rate-e7.ts';

it.each([
  [1_300_000, '13\u00a0%', '13%'],
  [49_125, '0,49125\u00a0%', '0.49125%'],
  [855_000, '8,55\u00a0%', '8.55%'],
  [101_000, '1,01\u00a0%', '1.01%'],
  [0, '0\u00a0%', '0%'],
])('shows %d with the decimals it needs', (rateE7, french, english) => {
  expect(formatRateE7(rateE7, 'fr')).toBe(french);
  expect(formatRateE7(rateE7, 'en')).toBe(english);
});
