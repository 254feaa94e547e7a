import { describe, expect, it } from 'vitest';
import type { AllowedPath } from '../allowed-paths.ts';
import { judgeQuery } from './judge-query.ts';

const BOOK = 'book-1';
const RECEIPTS = 'receipts-1';
const at = (resource: AllowedPath['resource'], database = BOOK): AllowedPath => ({
  database,
  resource,
  path: `/${database}/${resource}`,
});
const refused = { ok: false, error: { code: 'network.refused' } };

describe('the address of a feed', () => {
  it.each([
    ['', 'limit=1000', 1000],
    ['limit=1', 'limit=1', 1],
    ['limit=0007', 'limit=7', 7],
    ['limit=1000&since=12-g1AAA_=', 'limit=1000&since=12-g1AAA_%3D', 1000],
    ['feed=normal&style=all_docs', 'feed=normal&style=all_docs&limit=1000', 1000],
    ['feed=longpoll&limit=1000&timeout=60000', 'feed=longpoll&limit=1&timeout=60000', 1],
    ['feed=longpoll&timeout=0', 'feed=longpoll&timeout=0&limit=1', 1],
    ['style=main_only&seq_interval=1', 'style=main_only&seq_interval=1&limit=1000', 1000],
    ['seq_interval=1000', 'seq_interval=1000&limit=1000', 1000],
  ])('GET ?%s goes on as ?%s', (search, query, rows) => {
    expect(judgeQuery('GET', at('_changes'), search)).toEqual({
      ok: true,
      value: { target: `/${BOOK}/_changes?${query}`, rows, readsUnseen: false, hasDocuments: false },
    });
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=1234567890',
    'limit=1.5',
    'limit=1x',
    'limit=x1',
    'limit=',
    'seq_interval=0',
    'seq_interval=1001',
    'timeout=60001',
    'feed=continuous',
    'feed=',
    'style=other',
    'since=',
    'since=a b',
    'since=(a',
    'since=a(',
    `since=${'a'.repeat(4001)}`,
    'filter=_selector',
    'include_docs=false',
    'heartbeat=1',
    'constructor=1',
    'limit=5&limit=5',
  ])('GET ?%s is refused', (search) => {
    expect(judgeQuery('GET', at('_changes'), search)).toMatchObject(refused);
  });

  it.each([
    ['filter=_selector', 'filter=_selector&limit=1000', 1000, true, false],
    ['filter=_selector&include_docs=false', 'filter=_selector&include_docs=false&limit=1000', 1000, true, false],
    ['filter=_selector&include_docs=true', 'filter=_selector&include_docs=true&limit=200', 200, false, true],
    ['filter=_selector&feed=longpoll', 'filter=_selector&feed=longpoll&limit=1', 1, true, false],
  ])('POST ?%s goes on as ?%s', (search, query, rows, readsUnseen, hasDocuments) => {
    expect(judgeQuery('POST', at('_changes'), search)).toEqual({
      ok: true,
      value: { target: `/${BOOK}/_changes?${query}`, rows, readsUnseen, hasDocuments },
    });
  });

  it.each(['', 'include_docs=true', 'filter=_view', 'filter=_selector&include_docs=true&feed=longpoll'])(
    'POST ?%s is refused',
    (search) => {
      expect(judgeQuery('POST', at('_changes'), search)).toMatchObject(refused);
    },
  );

  it('brings no more records at once than an answer holds', () => {
    const most = (limit: number) =>
      judgeQuery('POST', at('_changes'), `filter=_selector&include_docs=true&limit=${String(limit)}`);
    expect(most(200).ok).toBe(true);
    expect(most(201)).toMatchObject({ error: { code: 'network.tooMuch', details: { most: 200 } } });
  });

  it('may begin where a long position says', () => {
    expect(judgeQuery('GET', at('_changes'), `since=${'a'.repeat(4000)}`).ok).toBe(true);
  });
});

describe('the address of anything else', () => {
  it.each([
    ['POST', at('_all_docs'), 'include_docs=true', true],
    ['POST', at('_all_docs'), 'include_docs=false', false],
    ['POST', at('_all_docs'), '', false],
    ['GET', at('document'), '', false],
    ['POST', at('_bulk_docs'), '', false],
    ['GET', at('database'), '', false],
    ['GET', at('document', RECEIPTS), 'rev=1-a0&conflicts=true', false],
    ['GET', at('attachment', RECEIPTS), `rev=123456789-${'0'.repeat(64)}`, false],
  ])('%s %o ?%s goes on as it is', (method, path, search, hasDocuments) => {
    const target = search === '' ? path.path : `${path.path}?${search}`;
    expect(judgeQuery(method, path, search)).toEqual({
      ok: true,
      value: { target, rows: 0, readsUnseen: false, hasDocuments },
    });
  });

  it.each([
    [at('_all_docs'), 'include_docs=1'],
    [at('_all_docs'), 'limit=1'],
    [at('document'), 'rev=1-a'],
    [at('document'), 'conflicts=true'],
    [at('_bulk_docs', RECEIPTS), 'rev=1-a'],
    [at('database', RECEIPTS), 'conflicts=true'],
    [at('document', RECEIPTS), 'conflicts=false'],
    [at('document', RECEIPTS), 'rev=1-'],
    [at('document', RECEIPTS), 'rev=x1-a'],
    [at('document', RECEIPTS), 'rev=1-a!'],
    [at('document', RECEIPTS), 'rev=x-a'],
    [at('document', RECEIPTS), 'rev=1-A'],
    [at('document', RECEIPTS), 'rev=1234567890-a'],
    [at('document', RECEIPTS), `rev=1-${'0'.repeat(65)}`],
  ])('%o ?%s is refused', (path, search) => {
    expect(judgeQuery(path.resource.startsWith('_') ? 'POST' : 'GET', path, search)).toMatchObject(refused);
  });
});
