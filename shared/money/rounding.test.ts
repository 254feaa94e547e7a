import { expect, it } from 'vitest';
import { multiplyThenDivide } from './rounding.ts';

const HUGE = 1_000_000_000_000;

it.each([
  [HUGE, 1_000_001, 1_000_000, 1_000_001_000_000],
  [-HUGE, 1_000_001, 1_000_000, -1_000_001_000_000],
  [HUGE + 1, 1_000_000, 2_000_000, HUGE / 2 + 1],
  [-HUGE - 1, 1_000_000, 2_000_000, -HUGE / 2 - 1],
  [HUGE + 1, 1_000_000, 3_000_000, 333_333_333_334],
  [HUGE, 1_000_000, 3_000_000, 333_333_333_333],
])('%i × %i ÷ %i is %i although the product is beyond what a number holds', (amount, factor, divisor, expected) => {
  expect(multiplyThenDivide(amount, factor, divisor)).toBe(expected);
});

it('gives no minus zero', () => {
  expect(Object.is(multiplyThenDivide(-1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER * 4), 0)).toBe(true);
  expect(Object.is(multiplyThenDivide(-2, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER * 8), 0)).toBe(true);
});
