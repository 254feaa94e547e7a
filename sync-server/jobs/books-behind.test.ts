import { expect, it } from 'vitest';
import { openBooksBehind } from './books-behind.ts';

it('names a book from its first change that was not taken over, once that is late or fails', () => {
  let seconds = 0;
  const behind = openBooksBehind(() => new Date(seconds * 1_000).toISOString());
  const failing = new Set<string>();
  const list = () =>
    behind
      .list((book) => failing.has(book))
      .map(({ book, since, isFailing }) => [book, Date.parse(since) / 1_000, isFailing]);
  behind.named('book-slow');
  seconds = 4;
  behind.named('book-slow');
  behind.begin('book-slow');
  expect(list()).toEqual([]);
  // Named again while it is worked on.
  seconds = 9;
  behind.named('book-slow');
  seconds = 11;
  expect(list()).toEqual([['book-slow', 0, false]]);
  behind.end('book-slow', true);
  expect(list()).toEqual([]);
  seconds = 20;
  expect(list()).toEqual([['book-slow', 9, false]]);
  behind.begin('book-slow');
  behind.end('book-slow', true);

  behind.named('book-stuck');
  behind.begin('book-stuck');
  seconds = 21;
  behind.end('book-stuck', false);
  failing.add('book-stuck');
  behind.named('book-stuck');
  expect(list()).toEqual([['book-stuck', 20, true]]);
});
