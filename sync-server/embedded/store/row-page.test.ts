import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { listChanges } from './changes.ts';
import { findDatabase } from './databases.ts';
import { listKeys, listRange, renderRow } from './document-listing.ts';
import { PAGE_CHARS } from './row-page.ts';
import { Sql } from './sql.ts';

const LARGE = 200_000;
const COUNT = 12;
const options = { includeDocs: true, hasConflicts: false, hasAttachments: false };

let server: TestServer;
let file: DatabaseSync;
let sql: Sql;
let db: number;
beforeAll(async () => {
  server = await startTestServer();
  await server.admin.put('/book');
  const docs = Array.from({ length: COUNT }, (_, index) => ({
    _id: `d${String(index).padStart(2, '0')}`,
    text: 'x'.repeat(LARGE),
  }));
  await server.admin.post('/book/_bulk_docs', { docs });
  file = new DatabaseSync(`${server.dataDir}/couch.sqlite`, { readOnly: true });
  sql = new Sql(file);
  db = findDatabase(sql, 'book')?.db ?? -1;
});
afterAll(async () => {
  file.close();
  await server.stop();
});

const range = {
  first: undefined,
  last: undefined,
  isFirstIncluded: true,
  isLastIncluded: true,
  isDescending: false,
  limit: Number.MAX_SAFE_INTEGER,
  skip: 0,
};
const changes = { since: 0, upTo: 1_000, isDescending: false, hasBodies: true };
const MOST = PAGE_CHARS + LARGE + 1_000;

it('a range of large documents is made in small pages, all of it and in order', () => {
  const pages = [...listRange(sql, db, range, options, 500, (row) => renderRow(sql, row, options))];
  expect(Math.max(...pages.map((page) => page.join('').length))).toBeLessThan(MOST);
  const ids = pages.flat().map((row) => (JSON.parse(row) as { id: string }).id);
  expect(ids).toEqual([...ids].sort());
  expect(ids).toHaveLength(COUNT);
  const skipped = [...listRange(sql, db, { ...range, skip: 3, limit: 5 }, options, 500, ({ id }) => id)].flat();
  expect(skipped).toEqual(ids.slice(3, 8));
});

it('so are a listing by keys and the changes', () => {
  const keys = Array.from({ length: 20 }, () => 'd03');
  const pages = [...listKeys(sql, db, keys, options)];
  expect(Math.max(...pages.map((page) => page.join('').length))).toBeLessThan(MOST);
  expect(pages.flat()).toHaveLength(keys.length);
  const seen: string[] = [];
  for (let since = 0, isLast = false; !isLast;) {
    const page = listChanges(sql, db, { ...changes, since }, 500);
    expect(page.rows.map(({ body }) => body).join('').length).toBeLessThan(MOST);
    seen.push(...page.rows.map(({ id }) => id));
    since = page.rows.at(-1)?.seq ?? since;
    ({ isLast } = page);
  }
  expect(seen).toHaveLength(COUNT);
});

it('changes that are only named read no documents', () => {
  const { rows, isLast } = listChanges(sql, db, { ...changes, hasBodies: false }, 500);
  expect([rows.length, isLast, rows.map(({ body }) => body).join('')]).toEqual([COUNT, true, '']);
});

it('over HTTP nothing is missing', async () => {
  const answer = await server.admin.get('/book/_changes?include_docs=true&limit=7');
  expect((answer.json as { results: unknown[]; pending: number }).results).toHaveLength(7);
  expect((answer.json as { pending: number }).pending).toBe(COUNT - 7);
});
