import { expect, it } from 'vitest';
import { currencyDecimals, isCurrency } from './currency.ts';

it.each([
  'EUR',
  'MGA',
  'USD',
  'GBP',
  'CHF',
  'XOF',
  'JPY',
  'AED',
  'CVE',
  'CZK',
  'KZT',
  'LAK',
  'PLN',
  'QAR',
  'UZS',
  'ZMW',
])('amounts may be in %s', (code) => {
  expect(isCurrency(code)).toBe(true);
});

// The dinar of Bahrain has three decimals, which Sillon does not know yet.
it.each(['', ' ', 'E', 'eur', 'XXX', 'BHD', 'EUR USD'])('amounts cannot be in %j', (code) => {
  expect(isCurrency(code)).toBe(false);
});

it.each([
  ['EUR', 2],
  ['MGA', 0],
  ['XOF', 0],
  ['JPY', 0],
  ['PLN', 2],
])('%s has %i decimals', (code, decimals) => {
  expect(currencyDecimals(code)).toBe(decimals);
});
