import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, pick, pickList, type ContractContext } from './contract-context.ts';

export function describeFeeds(getContext: () => ContractContext): void {
  describe('changes', () => {
    let db = '';
    const since = async (): Promise<string> => {
      const answer = await getContext().admin.get(`${db}/_changes?since=now`);
      return encodeURIComponent(String(pick(answer.json, 'last_seq')));
    };
    beforeAll(async () => {
      db = await createDatabase(getContext());
      const docs = Array.from({ length: 20 }, (_, i) => ({ _id: `k${i}`, type: i % 2 === 0 ? 'even' : 'odd' }));
      await getContext().admin.post(`${db}/_bulk_docs`, { docs });
    });

    it('are read page by page without a gap', async () => {
      const { admin } = getContext();
      const first = (await admin.get(`${db}/_changes?limit=7`)).json;
      expect(pick(first, 'pending')).toBe(13);
      expect(typeof pick(first, 'last_seq')).toBe('string');
      const next = encodeURIComponent(String(pick(first, 'last_seq')));
      const second = (await admin.get(`${db}/_changes?since=${next}`)).json;
      const ids = [...pickList(first, 'results'), ...pickList(second, 'results')].map((row) => pick(row, 'id'));
      expect(new Set(ids).size).toBe(20);
      expect(ids.length).toBe(20);
      expect(pick(second, 'pending')).toBe(0);
    });

    it('carry documents, number rows at intervals, refuse a sequence that is none', async () => {
      const { admin } = getContext();
      const rows = pickList((await admin.get(`${db}/_changes?include_docs=true&seq_interval=10`)).json, 'results');
      expect(rows.filter((row) => pick(row, 'seq') === null).length).toBe(18);
      expect(rows.every((row) => pick(row, 'doc', '_id') === pick(row, 'id'))).toBe(true);
      const garbage = await admin.get(`${db}/_changes?since=garbage`);
      expect([garbage.status, pick(garbage.json, 'error')]).toEqual([400, 'bad_request']);
    });

    it('are filtered by selector and by ids', async () => {
      const { admin } = getContext();
      const odd = await admin.post(`${db}/_changes?filter=_selector`, { selector: { type: 'odd' } });
      expect(pickList(odd.json, 'results').length).toBe(10);
      const two = await admin.post(`${db}/_changes?filter=_doc_ids`, { doc_ids: ['k1', 'k2'] });
      expect(pickList(two.json, 'results').length).toBe(2);
    });

    it('lose nothing for a reader who follows them while others write', async () => {
      const { admin } = getContext();
      const busy = await createDatabase(getContext());
      const write = async (writer: number): Promise<void> => {
        for (let i = 0; i < 25; i += 1) {
          const path = `${busy}/d${(i * 7 + writer) % 10}`;
          const rev = pick((await admin.get(path)).json, '_rev');
          await admin.put(path, { writer, i, ...(rev === undefined ? {} : { _rev: rev }) });
        }
      };
      const work = { isDone: false };
      const writers = Promise.all([1, 2, 3].map(write)).then(() => (work.isDone = true));
      const seen = new Map<unknown, unknown>();
      let cursor = '0';
      for (let pending = 1; !work.isDone || pending > 0;) {
        const page = (await admin.get(`${busy}/_changes?limit=3&since=${encodeURIComponent(cursor)}`)).json;
        for (const row of pickList(page, 'results')) seen.set(pick(row, 'id'), pick(row, 'changes', 0, 'rev'));
        cursor = String(pick(page, 'last_seq'));
        pending = Number(pick(page, 'pending'));
      }
      await writers;
      const rest = (await admin.get(`${busy}/_changes?since=${encodeURIComponent(cursor)}`)).json;
      for (const row of pickList(rest, 'results')) seen.set(pick(row, 'id'), pick(row, 'changes', 0, 'rev'));
      const rows = pickList((await admin.get(`${busy}/_all_docs`)).json, 'rows');
      expect(seen).toEqual(new Map(rows.map((row) => [pick(row, 'id'), pick(row, 'value', 'rev')])));
    });

    it('wake a long-poll', async () => {
      const { admin } = getContext();
      const poll = admin.get(`${db}/_changes?feed=longpoll&heartbeat=5000&since=${await since()}`);
      await sleep(200);
      const written = performance.now();
      await admin.put(`${db}/wake`, {});
      const answer = await poll;
      expect(pickList(answer.json, 'results').map((row) => pick(row, 'id'))).toEqual(['wake']);
      expect(performance.now() - written).toBeLessThan(2_000);
    });

    it('a filtered long-poll sleeps on through what it does not want', async () => {
      const { admin } = getContext();
      const path = `${db}/_changes?feed=longpoll&filter=_selector&timeout=10000&since=${await since()}`;
      const poll = admin.post(path, { selector: { type: 'wanted' } });
      await sleep(200);
      await admin.put(`${db}/not-this`, { type: 'odd' });
      await sleep(200);
      await admin.put(`${db}/this`, { type: 'wanted' });
      expect(pickList((await poll).json, 'results').map((row) => pick(row, 'id'))).toEqual(['this']);
    });

    it('end a long-poll at its time-out', async () => {
      const start = performance.now();
      const answer = await getContext().admin.get(`${db}/_changes?feed=longpoll&timeout=500&since=${await since()}`);
      expect(pickList(answer.json, 'results')).toEqual([]);
      expect(typeof pick(answer.json, 'last_seq')).toBe('string');
      expect(performance.now() - start).toBeGreaterThan(400);
    });

    it('keep a long-poll alive with newlines', async () => {
      const { admin } = getContext();
      const poll = admin.get(`${db}/_changes?feed=longpoll&heartbeat=200&since=${await since()}`);
      await sleep(900);
      await admin.put(`${db}/heart`, {});
      expect((await poll).text.match(/\n/g)?.length ?? 0).toBeGreaterThan(5);
    });
  });
}
