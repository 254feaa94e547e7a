import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { matchesAmount, parseAmountFilter } from './amount-filter.ts';

function matching(text: string, amounts: readonly number[]): number[] {
  const filter = unwrap(parseAmountFilter(text, 2));
  return filter === undefined ? [...amounts] : amounts.filter((amount) => matchesAmount(filter, amount));
}

describe('parseAmountFilter', () => {
  const amounts = [-20_000, -10_001, -10_000, -8_000, 0, 8_000, 10_000, 123_456];

  it.each([
    ['', amounts],
    ['  ', amounts],
    ['1234,56', [123_456]],
    ['1 234.56 €', [123_456]],
    ['80', [-8_000, 8_000]],
    ['-80', [-8_000]],
    ['−80', [-8_000]],
    ['+80', [8_000]],
    [' -80 ', [-8_000]],
    ['>100', [-20_000, -10_001, 123_456]],
    [' >100 ', [-20_000, -10_001, 123_456]],
    ['>= 100', [-20_000, -10_001, -10_000, 10_000, 123_456]],
    ['<80', [0]],
    ['<=80', [-8_000, 0, 8_000]],
    ['100-200', [-20_000, -10_001, -10_000, 10_000]],
    ['200 – 100', [-20_000, -10_001, -10_000, 10_000]],
    ['80,00..100,00', [-10_000, -8_000, 8_000, 10_000]],
  ])('reads %j', (text, expected) => {
    expect(matching(text, amounts)).toEqual(expected);
  });

  it.each([
    ...['abc', '>', '>x', '100-', '-', '12-abc', '1,234', '5>3', '5<8'],
    ...['-5-10', '−5..10', '>100\n200', '100-200\n300', '8−0'],
  ])('refuses %j instead of guessing', (text) => {
    expect(parseAmountFilter(text, 2)).toMatchObject({ ok: false, error: { code: 'amount.invalid' } });
  });

  it('says which text is no range', () => {
    expect(parseAmountFilter(' 12-abc', 2)).toMatchObject({ error: { details: { text: ' 12-abc' } } });
  });

  it('uses the decimals of the currency', () => {
    expect(unwrap(parseAmountFilter('>15000', 0))).toMatchObject({ fromCents: 15_001 });
    expect(parseAmountFilter('15000,5', 0).ok).toBe(false);
  });
});
