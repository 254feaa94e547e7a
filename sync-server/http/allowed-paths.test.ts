import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

describe('what goes on is written anew, in the one way', () => {
  it.each([
    ['GET', '/receipts-01a/', '/receipts-01a'],
    ['GET', '/book-01a/_changes', '/book-01a/_changes'],
    ['POST', '/book-01a/_all_docs', '/book-01a/_all_docs'],
    ['GET', '/book-01a/expense:1', '/book-01a/expense%3A1'],
    ['GET', '/book-01a/expense%3a1', '/book-01a/expense%3A1'],
    ['GET', '/book-01a/%65xpense%3A1', '/book-01a/expense%3A1'],
    ['GET', `/receipts-01a/rcpt:1/%63hunk`, '/receipts-01a/rcpt%3A1/chunk'],
  ])('%s %s as %s', (method, path, sent) => {
    expect(readAllowedPath(method, path)?.path).toBe(sent);
  });
});

describe('a database', () => {
  const isOpen = (path: string): boolean => readAllowedPath('GET', path) !== undefined;

  it('has a name of lower case letters, digits and two marks, that begins with a letter', () => {
    for (const name of ['b', 'book-01a', 'book_1', `b${'0'.repeat(100)}`]) expect(isOpen(`/${name}`), name).toBe(true);
    for (const name of ['', '_users', '1book', 'Book', 'book.1', 'bo%6Fk', `b${'0'.repeat(101)}`]) {
      expect(isOpen(`/${name}`), name).toBe(false);
    }
  });

  it('stands first in a path, which ends with what is asked of it', () => {
    for (const path of [
      'book-01a',
      'x/book-01a',
      '//book-01a',
      '/book-01a/a/b/c',
      '/book-01a/a/',
      '/book-01a//',
      '/book-01a//a',
    ]) {
      expect(isOpen(path), path).toBe(false);
    }
    expect(isOpen('/book-01a/_changes/')).toBe(false);
    expect(isOpen('/book-01a/_changes/expense:1')).toBe(false);
  });
});

describe('a document', () => {
  const isOpen = (id: string): boolean => readAllowedPath('GET', `/book-01a/${id}`) !== undefined;

  it('has an id of letters, digits and three marks, that begins with none of those', () => {
    for (const id of ['e', '0', 'Expense:1', 'closing:main', 'a.b-c', `e${'0'.repeat(99)}`]) {
      expect(isOpen(id), id).toBe(true);
    }
    for (const id of ['.', '-a', ':a', 'a_b', 'a%2Fb', 'a%00', 'a%0A', '%C3%89', `e${'0'.repeat(100)}`]) {
      expect(isOpen(id), id).toBe(false);
    }
  });

  it('is none where the escapes cannot be read', () => {
    for (const id of ['%', '%zz', '%C3', 'a%']) expect(isOpen(id), id).toBe(false);
  });

  it('has a part only among receipts, whose name is as plain as its own', () => {
    const isPart = (name: string): boolean => readAllowedPath('GET', `/receipts-01a/rcpt:1/${name}`) !== undefined;
    expect(isPart('chunk')).toBe(true);
    for (const name of ['_chunk', '..', '%2e%2e', '%', 'a%2Fb']) expect(isPart(name), name).toBe(false);
    expect(readAllowedPath('GET', '/old-receipts-01a/rcpt:1/chunk')).toBeUndefined();
    expect(readAllowedPath('GET', '/receipts-01a/%5fdesign/chunk')).toBeUndefined();
  });
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'get', ''])('%s reads nothing', (method) => {
  for (const path of ['/book-01a', '/book-01a/', '/book-01a/expense:1', '/receipts-01a/rcpt:1/chunk']) {
    expect(readAllowedPath(method, path), path).toBeUndefined();
  }
});

it('only doors are asked, each in its own way', () => {
  const open = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'].flatMap((method) =>
    ['_changes', '_all_docs', '_bulk_docs', '_changesx', '_', '_constructor', '__proto__'].flatMap((door) =>
      readAllowedPath(method, `/book-01a/${door}`) === undefined ? [] : [`${method} ${door}`],
    ),
  );
  expect(open).toEqual(['GET _changes', 'HEAD _changes', 'POST _changes', 'POST _all_docs', 'POST _bulk_docs']);
  expect(readAllowedPath('GET', '/receipts-01a/_changes')).toBeUndefined();
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
