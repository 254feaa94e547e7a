import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, pick, pickList, type ContractContext } from './contract-context.ts';

/** Refuses everything and says what it was shown. */
const SHOW = `function (newDoc, oldDoc) {
  throw { forbidden: JSON.stringify([newDoc._rev || null, newDoc._revisions, oldDoc ? oldDoc._rev : null]) };
}`;

export function describeReplication(getContext: () => ContractContext): void {
  describe('replication', () => {
    let db = '';
    beforeAll(async () => {
      db = await createDatabase(getContext());
      const docs = [
        { _id: 'br', _rev: '2-bbb', _revisions: { start: 2, ids: ['bbb', 'aaa'] }, v: 'b' },
        { _id: 'br', _rev: '2-ccc', _revisions: { start: 2, ids: ['ccc', 'aaa'] }, v: 'c' },
      ];
      const answer = await getContext().admin.post(`${db}/_bulk_docs`, { new_edits: false, docs });
      expect([answer.status, answer.json]).toEqual([201, []]);
    });

    it('reports each row of a batch', async () => {
      const { admin } = getContext();
      await admin.put(`${db}/taken`, {});
      const docs = [{ _id: 'b0' }, { _id: 'taken' }, { _id: 'b2' }];
      const answer = await admin.post(`${db}/_bulk_docs`, { docs });
      expect(answer.status).toBe(201);
      const rows = pickList(answer.json).map((row) => pick(row, 'ok') ?? pick(row, 'error'));
      expect(rows).toEqual([true, 'conflict', true]);
    });

    it('keeps branches and gives every server the same winner', async () => {
      const { admin } = getContext();
      const winner = (await admin.get(`${db}/br?conflicts=true`)).json;
      expect(winner).toMatchObject({ _rev: '2-ccc', v: 'c', _conflicts: ['2-bbb'] });
      const branch = (await admin.get(`${db}/br?rev=2-bbb&revs=true`)).json;
      expect(branch).toMatchObject({ v: 'b', _revisions: { start: 2, ids: ['bbb', 'aaa'] } });
      const open = await admin.get(`${db}/br?open_revs=all`, { accept: 'application/json' });
      expect(pickList(open.json).length).toBe(2);
    });

    it('tells what is missing', async () => {
      const answer = await getContext().admin.post(`${db}/_revs_diff`, { br: ['2-bbb', '3-ddd'], none: ['1-z'] });
      const difference = answer.json as Record<string, { missing: string[]; possible_ancestors?: string[] }>;
      expect(difference['none']).toEqual({ missing: ['1-z'] });
      expect(difference['br']?.missing).toEqual(['3-ddd']);
      expect([...(difference['br']?.possible_ancestors ?? [])].sort()).toEqual(['2-bbb', '2-ccc']);
    });

    it('hands out revisions with their ancestry', async () => {
      const docs = [
        { id: 'br', rev: '2-bbb' },
        { id: 'nope', rev: '1-x' },
        { id: 'br', rev: '1-aaa' },
      ];
      const answer = await getContext().admin.post(`${db}/_bulk_get?revs=true&latest=true`, { docs });
      const results = pickList(answer.json, 'results');
      expect(pick(results[0], 'docs', 0, 'ok')).toMatchObject({ _rev: '2-bbb', _revisions: { start: 2 } });
      expect(pick(results[1], 'docs', 0, 'error')).toMatchObject({ error: 'not_found' });
      const latest = pickList(results[2], 'docs').map((entry) => pick(entry, 'ok', '_rev'));
      expect(latest.sort()).toEqual(['2-bbb', '2-ccc']);
    });

    it('open_revs gives the latest of a branch in the order of the tree', async () => {
      const path = `${db}/br?open_revs=${encodeURIComponent('["1-aaa"]')}&latest=true`;
      const answer = await getContext().admin.get(path, { accept: 'application/json' });
      expect(answer.status).toBe(200);
      expect((answer.json as unknown[]).map((entry) => pick(entry, 'ok', '_rev'))).toEqual(['2-bbb', '2-ccc']);
    });

    it('open_revs is multipart to whom multipart is welcome; the embedded server has none and says so', async () => {
      for (const accept of ['*/*', 'multipart/mixed', 'multipart/*, application/json']) {
        const answer = await getContext().admin.get(`${db}/br?open_revs=all`, { accept });
        if (answer.status === 501) continue;
        expect(answer.status, accept).toBe(200);
        expect(answer.headers.get('content-type'), accept).toMatch(/^multipart\/mixed/);
      }
    });

    it('a purge takes one branch, then the document and every trace of it', async () => {
      const { admin } = getContext();
      const docs = ['e', 'f'].map((name) => ({
        _id: 'purged',
        _rev: `3-${name.repeat(3)}`,
        _revisions: { start: 3, ids: [name.repeat(3), `${name}2`, 'root'] },
      }));
      await admin.post(`${db}/_bulk_docs`, { new_edits: false, docs });
      const before = pick((await admin.get(db)).json, 'doc_count') as number;
      const first = await admin.post(`${db}/_purge`, { purged: ['3-fff', '2-f2'], absent: ['1-x'] });
      expect([201, 202]).toContain(first.status);
      expect(pick(first.json, 'purged', 'purged')).toEqual(['3-fff']);
      const left = (await admin.get(`${db}/purged?revs=true&conflicts=true`)).json;
      expect(left).toMatchObject({ _rev: '3-eee', _revisions: { ids: ['eee', 'e2', 'root'] } });
      expect(left).not.toHaveProperty('_conflicts');
      const gone = (await admin.post(`${db}/_revs_diff`, { purged: ['3-fff', '2-f2', '2-e2'] })).json;
      // In which order is the server's own: CouchDB walks its tree.
      expect(pickList(gone, 'purged', 'missing').sort()).toEqual(['2-f2', '3-fff']);

      await admin.post(`${db}/_purge`, { purged: ['3-eee'] });
      expect(pick((await admin.get(`${db}/purged`)).json, 'reason')).toBe('missing');
      const feed = pickList((await admin.get(`${db}/_changes`)).json, 'results');
      expect(feed.map((row) => pick(row, 'id'))).not.toContain('purged');
      const after = (await admin.get(db)).json;
      expect([pick(after, 'doc_count'), pick(after, 'doc_del_count')]).toEqual([before - 1, 0]);
    });

    it('a deleted branch leaves the other one as the winner', async () => {
      const { admin } = getContext();
      await admin.delete(`${db}/br?rev=2-ccc`);
      const after = (await admin.get(`${db}/br?conflicts=true`)).json;
      expect(after).toMatchObject({ _rev: '2-bbb' });
      expect(pick(after, '_conflicts')).toBeUndefined();
    });

    it('takes the same revision twice without a change', async () => {
      const { admin } = getContext();
      const doc = { _id: 'twice', _revisions: { start: 1, ids: ['abc'] }, _rev: '1-abc', v: 1 };
      await admin.post(`${db}/_bulk_docs`, { new_edits: false, docs: [doc] });
      const readSeq = async (): Promise<number> =>
        Number.parseInt(String(pick((await admin.get(db)).json, 'update_seq')), 10);
      const before = await readSeq();
      await admin.post(`${db}/_bulk_docs`, { new_edits: false, docs: [doc] });
      expect(await readSeq()).toBe(before);
    });

    it('shows a validation function whether a write carries its own history', async () => {
      const { admin } = getContext();
      const path = await createDatabase(getContext());
      const docs = [
        { _id: 'old', _rev: '1-aaa', _revisions: { start: 1, ids: ['aaa'] } },
        { _id: 'edited', _rev: '2-bbb', _revisions: { start: 2, ids: ['bbb', 'aaa'] } },
        { _id: 'gone', _rev: '1-aaa', _revisions: { start: 1, ids: ['aaa'] }, _deleted: true },
      ];
      expect((await admin.post(`${path}/_bulk_docs`, { new_edits: false, docs })).json).toEqual([]);
      expect((await admin.put(`${path}/_design/show`, { validate_doc_update: SHOW })).status).toBe(201);
      const tell = async (isEdit: boolean, doc: object): Promise<unknown> => {
        const answer = await admin.post(`${path}/_bulk_docs`, { new_edits: isEdit, docs: [doc] });
        return JSON.parse(String(pick(answer.json, 0, 'reason')));
      };
      const none = { start: 0, ids: [] };
      // An edit shows the revision it replaces; a new document, and one that comes back after its deletion, none.
      expect(await tell(true, { _id: 'new' })).toEqual([null, none, null]);
      expect(await tell(true, { _id: 'edited', _rev: '2-bbb' })).toEqual([
        '2-bbb',
        { start: 2, ids: ['bbb'] },
        '2-bbb',
      ]);
      expect(await tell(true, { _id: 'gone' })).toEqual([null, none, null]);
      expect(await tell(true, { _id: 'gone', _rev: '1-aaa' })).toEqual(['1-aaa', { start: 1, ids: ['aaa'] }, '1-aaa']);
      // A replicated write shows its own, and what is stored only where its history leads there.
      const root = { start: 50, ids: ['xxx'] };
      expect(await tell(false, { _id: 'old', _rev: '50-xxx', _revisions: root })).toEqual(['50-xxx', root, null]);
      expect(await tell(false, { _id: 'fresh', _rev: '50-xxx', _revisions: root })).toEqual(['50-xxx', root, null]);
      const branch = { start: 2, ids: ['xxx', 'aaa'] };
      expect(await tell(false, { _id: 'old', _rev: '2-xxx', _revisions: branch })).toEqual(['2-xxx', branch, '1-aaa']);
    });
  });
}
