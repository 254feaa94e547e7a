import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, pick, pickList, type ContractContext } from './contract-context.ts';

const DESIGN = {
  _id: '_design/totals',
  language: 'javascript',
  views: {
    paid: { map: 'function (doc) { if (doc.who) emit([doc.who, doc.month], doc.amount); }', reduce: '_stats' },
    names: { map: 'function (doc) { if (doc.who) emit(doc.who, null); }', reduce: '_count' },
    plain: { map: 'function (doc) { emit(doc.month, doc.nothing.here); }' },
  },
};

export function describeViews(getContext: () => ContractContext): void {
  describe('views', () => {
    let db = '';
    const ask = async (view: string, query = ''): Promise<unknown> =>
      (await getContext().admin.get(`${db}/_design/totals/_view/${view}${query}`)).json;
    const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
    beforeAll(async () => {
      const { admin } = getContext();
      db = await createDatabase(getContext());
      await admin.put(`${db}/_design/totals`, DESIGN);
      const docs = ['ada', 'bo'].flatMap((who) =>
        [1, 2, 3].map((month) => ({ _id: `${who}-${String(month)}`, who, month, amount: month * 100 })),
      );
      await admin.post(`${db}/_bulk_docs`, { docs });
    });

    it('give rows in the order of their keys, in a range and page by page', async () => {
      const all = await ask('paid', '?reduce=false');
      expect(pick(all, 'total_rows')).toBe(6);
      expect(pickList(all, 'rows').map((row) => pick(row, 'id'))).toEqual([
        'ada-1',
        'ada-2',
        'ada-3',
        'bo-1',
        'bo-2',
        'bo-3',
      ]);
      const range = await ask('paid', `?reduce=false&startkey=${json(['ada', 2])}&endkey=${json(['bo', 1])}`);
      expect(pickList(range, 'rows').map((row) => pick(row, 'value'))).toEqual([200, 300, 100]);
      const page = await ask('paid', '?reduce=false&descending=true&skip=1&limit=2');
      expect(pickList(page, 'rows').map((row) => pick(row, 'id'))).toEqual(['bo-2', 'bo-1']);
    });

    it('reduce over everything, over groups and over parts of keys', async () => {
      const stats = pick(await ask('paid'), 'rows', 0, 'value');
      expect(stats).toEqual({ sum: 1200, count: 6, min: 100, max: 300, sumsqr: 280_000 });
      const people = pickList(await ask('paid', '?group_level=1'), 'rows');
      expect(people.map((row) => [pick(row, 'key'), pick(row, 'value', 'sum')])).toEqual([
        [['ada'], 600],
        [['bo'], 600],
      ]);
      const counted = pickList(await ask('names', `?group=true&startkey=${json('b')}`), 'rows');
      expect(counted).toEqual([{ key: 'bo', value: 3 }]);
    });

    it('follow changes, forget what is deleted, leave out documents the function fails on', async () => {
      const { admin } = getContext();
      const added = await admin.put(`${db}/zoe-9`, { who: 'zoe', month: 9, amount: 5 });
      expect(pickList(await ask('names', '?group=true'), 'rows')).toHaveLength(3);
      await admin.send('DELETE', `${db}/zoe-9?rev=${String(pick(added.json, 'rev'))}`);
      expect(pickList(await ask('names', '?group=true'), 'rows')).toHaveLength(2);
      expect(pick(await ask('plain'), 'total_rows')).toBe(0);
    });

    it('refuse what is not there and groups without a reduction', async () => {
      const { admin } = getContext();
      const at = `${db}/_design/totals/_view`;
      expect((await admin.get(`${at}/absent`)).status).toBe(404);
      expect((await admin.get(`${at}/plain?group=true`)).status).toBe(400);
    });
  });
}
