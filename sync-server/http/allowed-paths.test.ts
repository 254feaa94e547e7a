import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAllowedPath } from './allowed-paths.ts';

const CHUNK = `rcpt%3A${'a'.repeat(64)}%3A000`;

it.each([
  ['GET', '/receipts-01a', 'database'],
  ['GET', '/receipts-01a/', 'database'],
  ['POST', '/receipts-01a/_bulk_docs', '_bulk_docs'],
  ['POST', '/receipts-01a/_all_docs', '_all_docs'],
  ['GET', `/receipts-01a/${CHUNK}`, 'document'],
  ['GET', `/receipts-01a/${CHUNK}/chunk`, 'attachment'],
  ['GET', '/book-01a/_changes', '_changes'],
  ['POST', '/book-01a/_changes', '_changes'],
  ['POST', '/book-01a/_bulk_docs', '_bulk_docs'],
  ['HEAD', '/book-01a/expense:1', 'document'],
])('open: %s %s', (method, path, resource) => {
  const [, database = ''] = path.split('/');
  expect(readAllowedPath(method, path)).toMatchObject({ database, resource });
});

it.each([
  ['PUT', `/receipts-01a/${CHUNK}/chunk`],
  ['DELETE', `/receipts-01a/${CHUNK}/chunk`],
  ['PUT', `/receipts-01a/${CHUNK}`],
  ['GET', `/receipts-01a/${CHUNK}/chunk/more`],
  ['GET', '/receipts-01a/_design/rules'],
  ['GET', '/receipts-01a/%5fdesign/rules'],
  ['GET', '/receipts-01a/%5Fdesign/%5frules'],
  ['GET', '/book-01a/%5Fdesign%2Frules'],
  ['GET', '/book-01a/_design%2Frules'],
  ['GET', '/book-01a/%255Fdesign%252Frules'],
  ['GET', '/book-01a//_design/rules'],
  ['GET', '/book-01a/%2F_design%2Frules'],
  ['GET', '/receipts-01a/_security'],
  ['POST', '/receipts-01a/_find'],
  ['POST', '/receipts-01a/_purge'],
  // No position is kept on the server any more, and nobody lists or replicates by CouchDB's own protocol.
  ['GET', '/receipts-01a/_local/x'],
  ['PUT', '/receipts-01a/_local/x'],
  ['PUT', '/book-01a/_local%2Fx'],
  ['GET', '/book-01a/_all_docs'],
  ['POST', '/book-01a/_bulk_get'],
  ['POST', '/book-01a/_revs_diff'],
  ['POST', '/receipts-01a/_changes'],
  // Records have no attachments.
  ['GET', '/book-01a/expense%3A1/chunk'],
])('refused: %s %s', (method, path) => {
  expect(readAllowedPath(method, path)).toBeUndefined();
});

it('whatever the path, what goes on names a document of ours or one of three doors', () => {
  const part = fc.oneof(
    fc.constantFrom('_design', '%5fdesign', '_local', '%2F', '..', '%2e%2e', 'rules', 'expense:1', '%00', '%', 'É'),
    fc.string({ maxLength: 12 }),
    fc.string({ maxLength: 6 }).map(encodeURIComponent),
  );
  const path = fc.array(part, { maxLength: 4 }).map((parts) => ['', 'book-01a', ...parts].join('/'));
  fc.assert(
    fc.property(fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'), path, (method, asked) => {
      const allowed = readAllowedPath(method, asked);
      if (allowed === undefined) return;
      expect(decodeURIComponent(allowed.path)).toMatch(
        /^\/book-01a(\/(_changes|_all_docs|_bulk_docs|[A-Za-z0-9][A-Za-z0-9:.-]*))?$/,
      );
    }),
    { numRuns: 3_000 },
  );
});
