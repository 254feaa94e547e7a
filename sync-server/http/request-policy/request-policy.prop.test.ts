import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeKeys } from './judge-keys.ts';
import { judgeParts } from './judge-parts.ts';
import { judgeQuery } from './judge-query.ts';
import { judgeRecords } from './judge-records.ts';

const member = fc.constantFrom(
  '_id',
  '_rev',
  '_revisions',
  '_deleted',
  '_attachments',
  '_local',
  'type',
  'docs',
  'body',
);
const document = fc.dictionary(member, fc.oneof(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 2 })), {
  maxKeys: 5,
});
const id = fc.constantFrom('customer:1', '_design/rules', '_local/x', 'rcpt:1', '');
const docs = fc.array(
  fc.oneof(
    document,
    fc.tuple(document, id).map(([rest, _id]) => ({ ...rest, _id })),
    fc.jsonValue(),
  ),
  { maxLength: 4 },
);
const body = fc.oneof(
  fc.record({ docs, new_edits: fc.constantFrom(true, false, 'false', 0, null) }, { requiredKeys: ['docs'] }),
  fc.record({ docs, all_or_nothing: fc.boolean() }, { requiredKeys: ['docs'] }),
  fc.jsonValue(),
);

it('whatever a push of records is made of, what goes on lets the database make the revisions', () => {
  fc.assert(
    fc.property(body, fc.constantFrom('open' as const, 'changes' as const, 'none' as const), (given, room) => {
      const judged = judgeRecords(given, room);
      if (!judged.ok || judged.value.body === undefined) return;
      const sent = judged.value.body as { docs: Record<string, unknown>[] };
      expect(Object.keys(sent)).toEqual(['docs']);
      for (const one of sent.docs) {
        expect(one['_id']).toMatch(/^[^_]/);
        expect(Object.keys(one).filter((name) => name.startsWith('_'))).toSatisfy((names: string[]) =>
          names.every((name) => ['_id', '_rev', '_deleted'].includes(name)),
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

it('whatever a push of receipts is made of, what goes on is a first write of bytes', () => {
  fc.assert(
    fc.property(body, (given) => {
      const judged = judgeParts(given, 'open', () => Promise.resolve(new Map()));
      if (!judged.ok || judged.value.body === undefined) return;
      const sent = judged.value.body as { docs: Record<string, unknown>[] };
      expect(Object.keys(sent)).toEqual(['docs']);
      for (const one of sent.docs) expect(Object.keys(one)).toEqual(['_id', '_attachments']);
    }),
    { numRuns: 2_000 },
  );
});

it('whatever the keys, none of them is CouchDB’s own', () => {
  const keys = fc.oneof(fc.array(fc.oneof(id, fc.jsonValue()), { maxLength: 5 }), fc.jsonValue());
  fc.assert(
    fc.property(fc.oneof(fc.record({ keys }), fc.jsonValue()), (given) => {
      const judged = judgeKeys(given);
      if (!judged.ok) return;
      const sent = judged.value.body as { keys: unknown[] };
      expect(sent.keys.every((key) => typeof key === 'string' && !key.startsWith('_'))).toBe(true);
    }),
  );
});

it('whatever the query, a feed ends: by its limit in rows and by a wait of a minute', () => {
  const name = fc.constantFrom(
    'feed',
    'limit',
    'timeout',
    'include_docs',
    'filter',
    'heartbeat',
    'style',
    'since',
    'x',
  );
  const value = fc.oneof(
    fc.constantFrom('continuous', 'longpoll', 'normal', 'true', '_selector', '_view', '1', '200', '1001', '60001', ''),
    fc.string({ maxLength: 6 }),
  );
  const query = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString());
  const path = { database: 'book-1', resource: '_changes', path: '/book-1/_changes' } as const;
  fc.assert(
    fc.property(fc.constantFrom('GET', 'POST'), query, (method, search) => {
      const judged = judgeQuery(method, path, search);
      if (!judged.ok) return;
      const sent = new URLSearchParams(judged.value.target.split('?')[1]);
      expect(new Set(sent.keys()).size).toBe([...sent.keys()].length);
      expect(['normal', 'longpoll', null]).toContain(sent.get('feed'));
      expect(Number(sent.get('limit'))).toBeLessThanOrEqual(sent.get('include_docs') === 'true' ? 200 : 1_000);
      expect(Number(sent.get('limit'))).toBeGreaterThan(0);
      expect(Number(sent.get('timeout'))).toBeLessThanOrEqual(60_000);
      if (method === 'POST') expect(sent.get('filter')).toBe('_selector');
      else expect(sent.has('include_docs')).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});
