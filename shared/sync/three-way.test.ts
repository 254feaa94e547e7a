import { expect, it } from 'vitest';
import { isSame, takeSide } from './three-way.ts';

it.each([
  ['neither changed it', 'a', 'a', { value: 'a' }, 'server'],
  ['both came to the same', 'b', 'b', { value: 'a' }, 'server'],
  ['only this device', 'b', 'a', { value: 'a' }, 'mine'],
  ['only the server', 'a', 'b', { value: 'a' }, 'server'],
  ['both, each its own', 'b', 'c', { value: 'a' }, 'clash'],
  ['this device took it away', undefined, 'a', { value: 'a' }, 'mine'],
  ['the server took it away', 'a', undefined, { value: 'a' }, 'server'],
  ['one took away what the other changed', undefined, 'b', { value: 'a' }, 'clash'],
  ['both added it', 'a', 'b', { value: undefined }, 'clash'],
  ['no base: only here', 'a', undefined, undefined, 'mine'],
  ['no base: only there', undefined, 'a', undefined, 'server'],
  ['no base: two values', 'a', 'b', undefined, 'clash'],
  ['no base: the same', 'a', 'a', undefined, 'server'],
] as const)('%s', (_, mine, server, base, side) => {
  expect(takeSide(mine, server, base)).toBe(side);
});

it('the same JSON is the same, in whatever order its members stand', () => {
  expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame(null, undefined)).toBe(false);
  expect(isSame(undefined, null)).toBe(false);
  expect(isSame(undefined, undefined)).toBe(true);
});
