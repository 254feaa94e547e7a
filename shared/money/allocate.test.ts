import { expect, it } from 'vitest';
import { allocate } from './allocate.ts';

it.each([
  ['equal parts: the first ones take the cents that are left', 100, [1, 1, 1], [34, 33, 33]],
  ['two cents left: the first two', 5, [1, 1, 1], [2, 2, 1]],
  ['the largest remainders first, wherever they stand', 10, [1, 2, 4], [1, 3, 6]],
  ['not the largest weight, when it comes out even', 11, [6, 2, 3], [6, 2, 3]],
  ['what is owed is split as what is due', -10, [1, 2, 4], [-1, -3, -6]],
  ['no weight, no part', 7, [0, 1, 0], [0, 7, 0]],
  ['nothing', 0, [1, 2], [0, 0]],
  ['the weight of nobody else', 3, [5], [3]],
  ['ten billion by billions of weight, to the cent', 1_000_000_000_000, [999_999_999_999, 2], [999_999_999_998, 2]],
])('%s', (_, cents, weights, shares) => {
  expect(allocate(cents, weights)).toEqual(shares);
});

it('never gives minus zero', () => {
  expect(allocate(-1, [0, 1]).map((share) => Object.is(share, -0))).toEqual([false, false]);
});

it.each([[[]], [[0, 0]]])('has nobody to give to: %j', (weights) => {
  expect(() => allocate(100, weights)).toThrow();
});
