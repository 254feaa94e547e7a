import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pick } from '../contract/contract-context.ts';
import type { CouchAnswer } from '../testing/couch-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const json = { 'content-type': 'application/json' };

describe('requests that ask for much', () => {
  let server: TestServer;
  const log: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({
      log: (line) => log.push(line),
      limits: { maxBatchDocuments: 50, maxBatchRevisions: 60, maxAnswerBytes: 100_000, regexBudgetMs: 20 },
    });
    await server.admin.put('/book');
    await server.admin.put('/book/large', { text: 'x'.repeat(10_000) });
    await server.admin.put('/book/slow', { text: `${'a'.repeat(60)}!` });
  });
  afterAll(() => server.stop());

  const refusal = ({ status, json: body }: CouchAnswer): unknown[] => [status, pick(body, 'error')];
  const many = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  it('get the large document nine times, not eleven times', async () => {
    const ask = (count: number): Promise<CouchAnswer> =>
      server.admin.post('/book/_bulk_get', { docs: many(count).map(() => ({ id: 'large' })) });
    expect((await ask(9)).status).toBe(200);
    expect(refusal(await ask(11))).toEqual([413, 'too_large']);
    const byKeys = (count: number): Promise<CouchAnswer> =>
      server.admin.post('/book/_all_docs', { keys: many(count).map(() => 'large'), include_docs: true });
    expect((await byKeys(9)).status).toBe(200);
    expect(refusal(await byKeys(11))).toEqual([413, 'too_large']);
  });

  it('get all leaves of a document while they fit', async () => {
    const leaf = (hash: number) => ({
      _id: 'forked',
      _rev: `1-${String(hash).padStart(32, '0')}`,
      text: 'x'.repeat(10_000),
    });
    await server.admin.post('/book/_bulk_docs', { docs: many(9).map(leaf), new_edits: false });
    expect((await server.admin.get('/book/forked?open_revs=all', { accept: 'application/json' })).status).toBe(200);
    await server.admin.post('/book/_bulk_docs', { docs: [leaf(10), leaf(11)], new_edits: false });
    expect(refusal(await server.admin.get('/book/forked?open_revs=all', { accept: 'application/json' }))).toEqual([
      413,
      'too_large',
    ]);
    expect(refusal(await server.admin.post('/book/_bulk_get', { docs: [{ id: 'forked' }] }))).toEqual([
      413,
      'too_large',
    ]);
  });

  it('name so many documents and revisions and no more', async () => {
    const ids = many(51).map(String);
    const revs = Object.fromEntries(ids.map((id) => [id, ['1-a']]));
    expect(refusal(await server.admin.post('/book/_all_docs', { keys: ids }))).toEqual([
      413,
      'max_keys_count_exceeded',
    ]);
    expect(refusal(await server.admin.post('/book/_revs_diff', revs))).toEqual([413, 'max_revs_diff_count_exceeded']);
    const oneMany = { a: many(61).map((index) => `1-${index}`) };
    expect(refusal(await server.admin.post('/book/_revs_diff', oneMany))).toEqual([
      413,
      'max_revisions_count_exceeded',
    ]);
    const filtered = await server.admin.post('/book/_changes?filter=_doc_ids', { doc_ids: ids });
    expect(refusal(filtered)).toEqual([413, 'max_doc_ids_count_exceeded']);
  });

  it('a selector of sixty thousand conditions is refused', async () => {
    const selector = { $or: many(60_000).map((index) => ({ type: String(index) })) };
    const answer = await server.admin.post('/book/_changes?filter=_selector', { selector });
    expect(refusal(answer)).toEqual([400, 'bad_request']);
    expect(refusal(await server.admin.post('/book/_find', { selector }))).toEqual([400, 'bad_request']);
  });

  it('a regular expression over its budget ends the answer that began', async () => {
    const $or = many(8).map(() => ({ text: { $regex: '^(a+)+$' } }));
    const asked = server.admin.post('/book/_changes?filter=_selector', { selector: { $or } });
    await expect(asked).rejects.toThrow();
    const answer = await server.admin.post('/book/_find', { selector: { $or } });
    expect(refusal(answer)).toEqual([500, 'timeout']);
  });

  it.each([
    ['POST', '/book/_bulk_docs'],
    ['PUT', '/book/deep'],
    ['POST', '/book/_find'],
    ['POST', '/book/_changes?filter=_selector'],
  ])('JSON of 5,000 levels is refused by %s %s, and no stack is logged', async (method, path) => {
    const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const rawBody = `{"docs":[{"_id":"deep","a":${nested}}],"selector":{"a":${nested}}}`;
    expect(refusal(await server.admin.send(method, path, { rawBody, headers: json }))).toEqual([400, 'bad_request']);
    expect(log.filter((line) => line.includes(' at '))).toEqual([]);
  });

  it('JSON with brackets in its texts is not nested', async () => {
    const text = `\\"${'[{'.repeat(500)}\\\\`;
    const answer = await server.admin.put('/book/brackets', { text, more: ['a"', '[', { b: '\\' }] });
    expect(answer.status).toBe(201);
  });
});
