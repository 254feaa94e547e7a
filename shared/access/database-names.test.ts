import { expect, it } from 'vitest';
import {
  bookDatabase,
  isOfBook,
  COMMONS_DATABASE,
  NETWORK_DATABASE,
  OFFICE_DATABASE,
  receiptsDatabase,
} from './database-names.ts';

it('a book and its receipts are named after the activity, in lower case as CouchDB wants it', () => {
  expect(bookDatabase('01J0ABC')).toBe('book-01j0abc');
  expect(receiptsDatabase('01J0ABC')).toBe('receipts-01j0abc');
});

it('the databases that are there once have the names that servers hold today', () => {
  expect([COMMONS_DATABASE, OFFICE_DATABASE, NETWORK_DATABASE]).toEqual(['commons', 'office', 'network']);
});

it('an activity spelled otherwise is another one, whatever its database is called', () => {
  expect(isOfBook('01J0ABC', 'book-01j0abc')).toBe(true);
  expect(isOfBook('01j0ABC', 'book-01j0abc')).toBe(false);
  expect(isOfBook('01J0ABD', 'book-01j0abc')).toBe(false);
});
