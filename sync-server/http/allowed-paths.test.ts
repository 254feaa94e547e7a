import { expect, it } from 'vitest';
import { readAllowedPath } from './allowed-paths.ts';

const CHUNK = `rcpt%3A${'a'.repeat(64)}%3A000`;

it.each([
  ['GET', '/receipts-01a/'],
  ['GET', '/receipts-01a/_local/x'],
  ['PUT', '/receipts-01a/_local/x'],
  ['POST', '/receipts-01a/_changes'],
  ['POST', '/receipts-01a/_revs_diff'],
  ['POST', '/receipts-01a/_bulk_get'],
  ['POST', '/receipts-01a/_bulk_docs'],
  ['POST', '/receipts-01a/_all_docs'],
  ['GET', `/receipts-01a/${CHUNK}`],
  ['GET', `/receipts-01a/${CHUNK}/chunk`],
])('receipts: %s %s', (method, path) => {
  // Sending receipts is no sending of records.
  expect(readAllowedPath(method, path)).toEqual({ database: 'receipts-01a', isPush: false });
});

it.each([
  ['PUT', `/receipts-01a/${CHUNK}/chunk`],
  ['DELETE', `/receipts-01a/${CHUNK}/chunk`],
  ['PUT', `/receipts-01a/${CHUNK}`],
  ['GET', `/receipts-01a/${CHUNK}/chunk/more`],
  ['GET', '/receipts-01a/_design/rules'],
  ['GET', '/receipts-01a/%5fdesign/rules'],
  ['GET', '/receipts-01a/%5Fdesign/%5frules'],
  ['GET', '/receipts-01a/_security'],
  ['POST', '/receipts-01a/_find'],
  ['POST', '/receipts-01a/_purge'],
  // Records have no attachments.
  ['GET', '/book-01a/expense%3A1/chunk'],
])('refused: %s %s', (method, path) => {
  expect(readAllowedPath(method, path)).toBeUndefined();
});
