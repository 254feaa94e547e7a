import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, freshName, pick, pickList, type ContractContext } from './contract-context.ts';

export function describeDocuments(getContext: () => ContractContext): void {
  describe('documents', () => {
    let db = '';
    beforeAll(async () => {
      db = await createDatabase(getContext());
    });

    it('are written, read, deleted, and told apart when missing or deleted', async () => {
      const { admin } = getContext();
      const created = await admin.put(`${db}/d1`, { a: 1 });
      expect(created.status).toBe(201);
      expect(created.json).toEqual({ ok: true, id: 'd1', rev: pick(created.json, 'rev') });
      expect((await admin.get(`${db}/d1`)).json).toEqual({ _id: 'd1', _rev: pick(created.json, 'rev'), a: 1 });
      expect((await admin.get(`${db}/nope`)).json).toEqual({ error: 'not_found', reason: 'missing' });
      const deleted = await admin.delete(`${db}/d1?rev=${String(pick(created.json, 'rev'))}`);
      expect(deleted.status).toBe(200);
      expect((await admin.get(`${db}/d1`)).json).toEqual({ error: 'not_found', reason: 'deleted' });
      const again = await admin.put(`${db}/d1`, { a: 2 });
      expect(pick(again.json, 'rev')).toMatch(/^3-/);
    });

    it('get the revision every CouchDB gives', async () => {
      const answer = await getContext().admin.put(`${db}/det`, { a: 1, b: 'x' });
      // Recorded from CouchDB 3.5.2.
      expect(pick(answer.json, 'rev')).toBe('1-1680198d07231b3760cfb1cc74ceb40d');
    });

    it('refuse a write on a revision that is not the last', async () => {
      const { admin } = getContext();
      const first = await admin.put(`${db}/d2`, { a: 1 });
      const blind = await admin.put(`${db}/d2`, { a: 2 });
      expect(blind.status).toBe(409);
      expect(blind.json).toEqual({ error: 'conflict', reason: 'Document update conflict.' });
      const headers = { 'If-Match': String(pick(first.json, 'rev')) };
      expect((await admin.send('PUT', `${db}/d2`, { body: { a: 3 }, headers })).status).toBe(201);
    });

    it('answer 304 to the revision the client has', async () => {
      const { admin } = getContext();
      await admin.put(`${db}/etag`, {});
      const etag = (await admin.get(`${db}/etag`)).headers.get('etag') ?? '';
      expect((await admin.get(`${db}/etag`, { 'If-None-Match': etag })).status).toBe(304);
    });

    it.each([
      ['/_foo', {}, 400, 'illegal_docid'],
      ['/unknown-member', { _foo: 1 }, 400, 'doc_validation'],
      ['/list', [], 400, 'bad_request'],
    ])('refuse %s', async (path, body, status, error) => {
      const answer = await getContext().admin.put(db + path, body);
      expect([answer.status, pick(answer.json, 'error')]).toEqual([status, error]);
    });

    it('refuse a body that is not JSON and a document of 9 MB', async () => {
      const { admin } = getContext();
      const broken = await admin.send('PUT', `${db}/bad`, {
        rawBody: '{"a":',
        headers: { 'content-type': 'application/json' },
      });
      expect([broken.status, pick(broken.json, 'error')]).toEqual([400, 'bad_request']);
      const big = await admin.put(`${db}/big`, { x: 'x'.repeat(9_000_000) });
      expect([big.status, pick(big.json, 'error')]).toEqual([413, 'document_too_large']);
    });

    it('keep any Unicode and slashes in the id', async () => {
      const { admin } = getContext();
      const id = 'é/ü:1';
      await admin.put(`${db}/${encodeURIComponent(id)}`, { a: 'œ€😀' });
      expect((await admin.get(`${db}/${encodeURIComponent(id)}`)).json).toMatchObject({ _id: id, a: 'œ€😀' });
    });

    it('are listed in byte order, by range and by keys', async () => {
      const { admin } = getContext();
      const listing = await createDatabase(getContext());
      const ids = ['B', 'a', 'b', 'é', 'z'];
      await admin.post(`${listing}/_bulk_docs`, { docs: ids.map((_id) => ({ _id })) });
      const read = async (query: string): Promise<unknown[]> =>
        pickList((await admin.get(`${listing}/_all_docs${query}`)).json, 'rows').map((row) => pick(row, 'id'));
      expect(await read('')).toEqual(['B', 'a', 'b', 'z', 'é']);
      expect(await read('?startkey="a"&endkey="z"')).toEqual(['a', 'b', 'z']);
      expect(await read('?startkey="a"&endkey="z"&inclusive_end=false')).toEqual(['a', 'b']);
      expect(await read('?descending=true&limit=2&skip=1')).toEqual(['z', 'b']);
      expect(await read('?descending=true&startkey="b"&endkey="a"')).toEqual(['b', 'a']);
      const rev = pick((await admin.get(`${listing}/z`)).json, '_rev');
      await admin.delete(`${listing}/z?rev=${String(rev)}`);
      const byKeys = await admin.post(`${listing}/_all_docs?include_docs=true`, { keys: ['b', 'nope', 'z'] });
      const [found, missing, deleted] = pickList(byKeys.json, 'rows');
      expect(found).toMatchObject({ id: 'b', key: 'b', doc: { _id: 'b' } });
      expect(missing).toEqual({ key: 'nope', error: 'not_found' });
      expect(deleted).toMatchObject({ id: 'z', key: 'z', value: { deleted: true }, doc: null });
    });

    it('keep checkpoints apart in _local', async () => {
      const { admin } = getContext();
      const first = await admin.put(`${db}/_local/ck`, { s: 1 });
      expect(first.json).toEqual({ ok: true, id: '_local/ck', rev: '0-1' });
      expect((await admin.put(`${db}/_local/ck`, { s: 2, _rev: '0-1' })).json).toMatchObject({ rev: '0-2' });
      expect((await admin.get(`${db}/_local/ck`)).json).toEqual({ _id: '_local/ck', _rev: '0-2', s: 2 });
      expect((await admin.delete(`${db}/_local/ck?rev=0-2`)).status).toBe(200);
      expect((await admin.get(`${db}/_local/ck`)).status).toBe(404);
      const docs = ['b1', 'b2'].map((name) => ({ _id: `_local/${name}`, s: name }));
      const rows = await admin.post(`${db}/_bulk_docs`, { docs });
      expect([rows.status, pickList(rows.json).map((row) => pick(row, 'rev'))]).toEqual([201, ['0-1', '0-1']]);
      const again = docs.map((one) => ({ ...one, _rev: '0-1', s: 'again' }));
      const later = await admin.post(`${db}/_bulk_docs`, { docs: again });
      expect(pickList(later.json).map((row) => pick(row, 'rev'))).toEqual(['0-2', '0-2']);
      expect((await admin.get(`${db}/_local/b2`)).json).toEqual({ _id: '_local/b2', _rev: '0-2', s: 'again' });
      expect((await admin.post(db, { _id: '_local/posted', s: 1 })).status).toBe(201);
      expect((await admin.get(`${db}/_local/posted`)).json).toMatchObject({ s: 1 });
    });

    it('are counted in bytes by their database, what was replaced no more', async () => {
      const { admin } = getContext();
      const counted = await createDatabase(getContext());
      const active = async (): Promise<number> => Number(pick((await admin.get(counted)).json, 'sizes', 'active'));
      const empty = await active();
      // CouchDB packs what it stores; this cannot be packed below three quarters.
      const large = randomBytes(90_000).toString('base64');
      const first = await admin.put(`${counted}/large`, { large });
      await expect.poll(active).toBeGreaterThan(empty + 80_000);
      expect(await active()).toBeLessThan(empty + 200_000);
      const small = await admin.put(`${counted}/large`, { _rev: pick(first.json, 'rev'), large: '' });
      await expect.poll(active).toBeLessThan(empty + 40_000);
      const attachment = { content_type: 'application/x-receipt', data: large };
      await admin.put(`${counted}/large`, { _rev: pick(small.json, 'rev'), _attachments: { a: attachment } });
      await expect.poll(active).toBeGreaterThan(empty + 80_000);
    });

    it('carry attachments as stubs and as content', async () => {
      const { admin } = getContext();
      const data = Buffer.from('hello world').toString('base64');
      const attachment = { content_type: 'application/x-receipt', data };
      const created = await admin.put(`${db}/att`, { _attachments: { 'h.bin': attachment } });
      const stub = (await admin.get(`${db}/att`)).json;
      expect(pick(stub, '_attachments', 'h.bin')).toMatchObject({ stub: true, revpos: 1, length: 11 });
      // md5 of the eleven bytes.
      expect(pick(stub, '_attachments', 'h.bin', 'digest')).toBe('md5-XrY7u+Ae7tCTyyK7j1rNww==');
      const updated = await admin.put(`${db}/att`, { ...(stub as object), z: 1 });
      expect(updated.status).toBe(201);
      expect((await admin.get(`${db}/att/h.bin`)).text).toBe('hello world');
      const lost = {
        _rev: pick(updated.json, 'rev'),
        // CouchDB decodes the digest before it looks for it: it must be base64.
        _attachments: { 'other.bin': { stub: true, digest: 'md5-zzzz', revpos: 1 } },
      };
      expect((await admin.put(`${db}/att`, lost)).status).toBe(412);
      expect(pick(created.json, 'rev')).not.toBe(pick(updated.json, 'rev'));
    });

    it('are found by selector, in order, page by page', async () => {
      const { admin } = getContext();
      const found = await createDatabase(getContext());
      const docs = Array.from({ length: 20 }, (_, i) => ({
        _id: `k${String(i).padStart(2, '0')}`,
        i,
        type: i % 2 === 0 ? 'even' : 'odd',
      }));
      await admin.post(`${found}/_bulk_docs`, { docs });
      const unsorted = await admin.post(`${found}/_find`, { selector: { type: 'odd' }, sort: ['type', 'i'] });
      expect(pick(unsorted.json, 'error')).toBe('no_usable_index');
      const index = { index: { fields: ['type', 'i'] }, name: freshName('i'), ddoc: 'ti', type: 'json' };
      expect(pick((await admin.post(`${found}/_index`, index)).json, 'result')).toBe('created');
      expect(pick((await admin.post(`${found}/_index`, index)).json, 'result')).toBe('exists');
      const query = {
        selector: { type: 'odd', i: { $gt: 3 } },
        sort: [{ type: 'desc' }, { i: 'desc' }],
        fields: ['i'],
        limit: 3,
      };
      // CouchDB tells its nodes of a new index in the background: a query may come a moment too early.
      await expect
        .poll(async () => pick((await admin.post(`${found}/_find`, query)).json, 'error'), { timeout: 10_000 })
        .toBeUndefined();
      const first = await admin.post(`${found}/_find`, query);
      expect(pick(first.json, 'docs')).toEqual([{ i: 19 }, { i: 17 }, { i: 15 }]);
      const second = await admin.post(`${found}/_find`, { ...query, bookmark: pick(first.json, 'bookmark') });
      expect(pick(second.json, 'docs')).toEqual([{ i: 13 }, { i: 11 }, { i: 9 }]);
    });
  });
}
