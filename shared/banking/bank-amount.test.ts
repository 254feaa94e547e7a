import { describe, expect, it } from 'vitest';
import { readBankAmount } from './bank-amount.ts';
import { readBankDate } from './bank-date.ts';

const amountOf = (text: string, currency = 'EUR') => {
  const read = readBankAmount(text, currency);
  return read.ok ? read.value : read.error.code;
};

describe('readBankAmount', () => {
  it.each([
    ['-80', -8000],
    ['-80,00', -8000],
    ['1 234,56', 123456],
    ['1\u202f234,56 €', 123456],
    ['+1.234,56', 123456],
    ['1,234.56 EUR', 123456],
    ['€12.50', 1250],
    ['80,00-', -8000],
    ['(80.00)', -8000],
    ['−5,5', -550],
    ['-12.5000', -1250],
    ['1.234.567', 123456700],
    ['0,00', 0],
  ])('reads %s', (text, cents) => {
    expect(amountOf(text)).toBe(cents);
  });

  it('knows that the ariary has no decimals', () => {
    expect(amountOf('15 000,00', 'MGA')).toBe(15000);
    expect(amountOf('-15000 Ar', 'MGA')).toBe(-15000);
    expect(amountOf('15000,50', 'MGA')).toBe('amount.invalid');
  });

  it.each(['', 'abc', '1,234', '12.345', '1.000', '12,3,4', '--5', '1e5', '12 34 x'])('refuses %j', (text) => {
    expect(amountOf(text)).toBe('amount.invalid');
  });

  it('refuses what no record may hold', () => {
    expect(amountOf('99999999999999')).toBe('amount.tooLarge');
  });
});

describe('readBankDate', () => {
  it.each([
    ['20130831165153.000[-8:PST]', '2013-08-31'],
    ['20260301', '2026-03-01'],
    ['20260301120000[+1:CET]', '2026-03-01'],
    ['2026-03-01T23:30:00Z', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
    ['1.3.26', '2026-03-01'],
    ['01-03-2026 10:12', '2026-03-01'],
  ])('reads %s', (text, date) => {
    expect(readBankDate(text)).toEqual({ ok: true, value: date });
  });

  it('reads the month first when told so', () => {
    expect(readBankDate('03/01/2026', 'monthFirst')).toEqual({ ok: true, value: '2026-03-01' });
  });

  it.each(['', '31/02/2026', '20261301', '32/01/2026', '12,50', 'Total', '1/2'])('refuses %j', (text) => {
    expect(readBankDate(text).ok).toBe(false);
  });
});
