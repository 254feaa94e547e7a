import { expect, it } from 'vitest';
import { bookDatabase, receiptsDatabase } from './database-names.ts';

it('a book and its receipts are named after the activity, in lower case as CouchDB wants it', () => {
  expect(bookDatabase('01J0ABC')).toBe('book-01j0abc');
  expect(receiptsDatabase('01J0ABC')).toBe('receipts-01j0abc');
});
