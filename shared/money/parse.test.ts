import { expect, it } from 'vitest';
import { parseAmount } from './parse.ts';

it.each([
  ['+3,5 €', 350],
  ["1'234,56", 123_456],
  ['12,34EUR', 1234],
  ['12,34 eur', 1234],
  ['12 Ar', 1200],
  ['12 MGA', 1200],
  ['1.234.567,89', 123_456_789],
  ['1,234,567.89', 123_456_789],
  ['7,', 700],
  ['.05', 5],
  ['10000000000,00', 1_000_000_000_000],
])('reads %s', (text, cents) => {
  expect(parseAmount(text)).toEqual({ ok: true, value: cents });
});

it('reads no minus zero', () => {
  const zero = parseAmount('-0,00');
  expect(zero.ok && Object.is(zero.value, 0)).toBe(true);
});

it.each([
  '€5',
  '5 € à peu près',
  'env. 5',
  '1234.567,89',
  '1.234.56',
  '1,234,5',
  '.234,56',
  '1,23.456',
  '+',
  '-',
  ',',
  '€',
  '12 Arr',
])('refuses %s and gives it back', (text) => {
  expect(parseAmount(text)).toMatchObject({ ok: false, error: { code: 'amount.invalid', details: { text } } });
});

it('refuses the first cent above what a record may hold', () => {
  const text = '10000000000,01';
  expect(parseAmount(text)).toMatchObject({ ok: false, error: { code: 'amount.tooLarge', details: { text } } });
  expect(parseAmount('9'.repeat(400))).toMatchObject({ ok: false, error: { code: 'amount.tooLarge' } });
});

it.each([
  ['1500', 0, 1500],
  ['1500,', 0, 1500],
  ['12,345', 3, 12_345],
  ['12,3', 3, 12_300],
])('reads %s with %i decimals', (text, decimals, minor) => {
  expect(parseAmount(text, decimals)).toEqual({ ok: true, value: minor });
});

it.each([
  ['1500,5', 0],
  ['1.500', 0],
  [',', 0],
  ['1,2345', 3],
])('refuses %s with %i decimals: a guess would be one', (text, decimals) => {
  expect(parseAmount(text, decimals)).toMatchObject({ ok: false, error: { code: 'amount.invalid' } });
});
