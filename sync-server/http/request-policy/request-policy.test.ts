import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_KEYS, MOST_PUSHED, MOST_RECORD_BYTES, RECORDS_ONLY } from '../../../shared/sync/records-only.ts';
import { toDocument } from '../../couch/stored-record.ts';
import { TestDevice } from '../../testing/test-device.ts';
import { makeCustomer } from '../../testing/test-records.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { startTestServer } from '../../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const JSON_TYPE = { 'content-type': 'application/json' };

let server: TestServer;
let ada: TestDevice;

beforeAll(async () => {
  server = await startTestServer();
  const { code } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  ada = new TestDevice(server.url);
  await ada.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'x' });
});
afterAll(() => server.close());

const at = (path: string): string => `/couch/${ada.book}${path}`;
const customer = (): ReturnType<typeof toDocument> => toDocument(makeCustomer('ada.fall', ada.info?.activityId ?? ''));

/** What the front says to a body as it stands: status and, when it refuses, its code. */
async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await ada.fetch(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
  const text = await answer.text();
  const { error } = JSON.parse(text) as { error?: { code: string } };
  return error === undefined ? String(answer.status) : `${String(answer.status)} ${error.code}`;
}

describe('a push of records', () => {
  /** A stored record, and a second beginning of it as an attacker would send it. */
  const begin = async (): Promise<{ readonly id: string; readonly root: object }> => {
    const document = customer();
    expect(await send(at('/_bulk_docs'), JSON.stringify({ docs: [document] }))).toBe('201');
    const revision = 'f'.repeat(32);
    const root = {
      ...document,
      _rev: `50-${revision}`,
      _revisions: { start: 50, ids: [revision] },
      updatedAt: '2030-01-01T00:00:00.000Z',
    };
    return { id: document._id, root };
  };

  it.each([
    ['said in the body', (docs: string) => [`{"docs":${docs},"new_edits":false}`, '']],
    ['said before the documents', (docs: string) => [`{"new_edits":false,"docs":${docs}}`, '']],
    ['said twice, at last', (docs: string) => [`{"new_edits":true,"docs":${docs},"new_edits":false}`, '']],
    ['said twice, at first', (docs: string) => [`{"new_edits":false,"docs":${docs},"new_edits":true}`, '']],
    ['written with escapes', (docs: string) => [`{"docs":${docs},"new\\u005fedits":false}`, '']],
    ['said in the address', (docs: string) => [`{"docs":${docs}}`, '?new_edits=false']],
    ['said in the address with an escape', (docs: string) => [`{"docs":${docs}}`, '?new%5Fedits=false']],
    ['said as a number', (docs: string) => [`{"docs":${docs},"new_edits":0}`, '']],
    ['said as a word', (docs: string) => [`{"docs":${docs},"new_edits":"false"}`, '']],
  ])('begins no record a second time: %s', async (how, write) => {
    const { id, root } = await begin();
    for (const packed of [false, true]) {
      const [text = '', query = ''] = write(JSON.stringify([root]));
      const body = packed ? new Uint8Array(gzipSync(text)) : text;
      const outcome = await send(at(`/_bulk_docs${query}`), body, packed ? { 'content-encoding': 'gzip' } : {});
      // Said twice, the last one counts: an ordinary push, whose row with a history is refused.
      expect(outcome).toBe(how === 'said twice, at first' ? '201' : '403 network.refused');
    }
    const [row] = (await ada.readAll()).filter((one) => one.id === id);
    expect(row?.changes).toHaveLength(1);
    expect(row?.doc['updatedAt']).not.toBe('2030-01-01T00:00:00.000Z');
    expect(row?.doc['_rev']).toMatch(/^1-/);
  });

  it.each([
    ['a history', { _rev: `50-${'f'.repeat(32)}`, _revisions: { start: 50, ids: ['f'.repeat(32)] } }],
    ['an attachment', { _attachments: { a: { content_type: 'text/plain', data: 'eA==' } } }],
    ['a list of conflicts', { _conflicts: [] }],
    ['a deletion that is none', { _deleted: 1 }],
    ['a deletion in words', { _deleted: 'true' }],
    ['an empty deletion', { _deleted: {} }],
    ['a revision no server made', { _rev: 'junk' }],
    ['a revision with a digest that is none', { _rev: `1-${'z'.repeat(32)}` }],
    ['a revision in numbers', { _rev: 1 }],
    ['half a character', { note: 'half \ud83c' }],
    ['null in a name', { 'a\0': 1 }],
  ])('brings no %s with a record, which stays with its device', async (_what, more) => {
    const document = { ...customer(), ...more };
    const answer = await ada.post(at('/_bulk_docs'), { docs: [document, customer()] });
    expect(await answer.json()).toMatchObject([
      { ok: true },
      { id: document._id, error: 'forbidden', reason: expect.stringMatching(/^record\.invalid: /) as string },
    ]);
    expect(await ada.read(document._id)).toBeUndefined();
  });

  it.each([
    ['a design document', [{ _id: '_design/x', validate_doc_update: '' }]],
    ['a local document', [{ _id: '_local/x', text: 'x' }]],
    ['no id', [{ type: 'customer' }]],
    ['no list', { 0: { _id: 'customer:1' } }],
    ['lists in the list', [['customer:1']]],
  ])('does not bring %s', async (_what, docs) => {
    expect(await send(at('/_bulk_docs'), JSON.stringify({ docs }))).toBe('403 network.refused');
  });

  it('has a bound in documents, in bytes and in depth, packed or not', async () => {
    const many = Array.from({ length: MOST_PUSHED + 1 }, customer);
    expect(await send(at('/_bulk_docs'), JSON.stringify({ docs: many }))).toBe('413 network.tooMuch');
    const long = JSON.stringify({ docs: [{ ...customer(), note: 'x'.repeat(1024 * 1024) }] });
    const bomb = new Uint8Array(gzipSync(long));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await send(at('/_bulk_docs'), bomb, { 'content-encoding': 'gzip' })).toBe('413 network.tooMuch');
    const deep = `{"docs":[{"_id":"customer:1","body":${'['.repeat(5_000)}${']'.repeat(5_000)}}]}`;
    expect(await send(at('/_bulk_docs'), deep)).toBe('400 record.invalid');
    expect(await send(at('/_bulk_docs'), 'no json')).toBe('400 record.invalid');
    expect(await send(at('/_bulk_docs'), '{}', { 'content-encoding': 'deflate' })).toBe('400 record.invalid');
    expect(await send(at('/_bulk_docs'), '{}', { 'content-type': 'text/plain' })).toBe('400 record.invalid');
  });

  it('leaves a record that is too large with its device and takes the others', async () => {
    const [small, large] = [customer(), { ...customer(), note: 'x'.repeat(MOST_RECORD_BYTES) }];
    const answer = await ada.post(at('/_bulk_docs'), { docs: [large, small] });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject([
      { id: small._id, ok: true },
      { id: large._id, error: 'forbidden', reason: expect.stringMatching(/^record\.tooLarge: /) as string },
    ]);
    const alone = await ada.post(at('/_bulk_docs'), { docs: [large] });
    expect([alone.status, await alone.json()]).toMatchObject([201, [{ id: large._id, error: 'forbidden' }]]);
    expect(await ada.read(large._id)).toBeUndefined();
  });
});

describe('what is asked of a feed', () => {
  const ours = 'filter=_selector&style=main_only&limit=100&seq_interval=100&since=0&include_docs=true';

  it('is what the application asks', async () => {
    expect(await send(at(`/_changes?${ours}`), JSON.stringify(RECORDS_ONLY))).toBe('200');
    const bell = await ada.fetch(at('/_changes?feed=longpoll&style=main_only&limit=1&timeout=50000&since=0'));
    expect(bell.status).toBe(200);
  });

  it('is the first news alone for who waits, however far back they begin', async () => {
    const bell = await ada.fetch(at('/_changes?feed=longpoll&limit=1000&timeout=50000&since=0'));
    expect(((await bell.json()) as { results: unknown[] }).results).toHaveLength(1);
  });

  it.each([
    ['60,000 conditions', { selector: { $or: Array.from({ length: 6_000 }, (_, n) => ({ type: String(n) })) } }],
    ['a regular expression', { selector: { type: { $regex: '(a+)+$' } } }],
    ['nothing', {}],
    ['more beside it', { ...RECORDS_ONLY, fields: ['_id'] }],
    ['a list', [RECORDS_ONLY]],
    ['ids', { doc_ids: ['_design/rules'] }],
  ])('is no other selection: %s', async (_what, body) => {
    expect(await send(at(`/_changes?${ours}`), JSON.stringify(body))).toBe('403 network.refused');
  });

  it.each([
    'feed=continuous',
    'feed=eventsource',
    'feed=normal&feed=continuous',
    'feed=normal&%66eed=continuous',
    'FEED=continuous',
    'include_docs=true',
    'filter=_view&view=rules/x',
    'filter=_design',
    'heartbeat=1000',
    'timeout=3600000',
    'limit=0',
    'limit=-1',
    'limit=1e9',
    'limit=100000',
    'limit=5&limit=100000',
    'attachments=true',
    'conflicts=true',
    'style=all_docs&att_encoding_info=true',
    'since=%22%22',
    'descending=true',
    'doc_ids=%5B%22_design%2Frules%22%5D',
  ])('is refused: GET _changes?%s', async (query) => {
    expect([403, 413]).toContain((await ada.fetch(at(`/_changes?${query}`))).status);
  });

  it.each(['', '?filter=_doc_ids', '?filter=_selector&filter=_view', `?${ours.replace('100', '201')}`])(
    'is refused: POST _changes%s',
    async (query) => {
      expect(await send(at(`/_changes${query}`), JSON.stringify(RECORDS_ONLY))).toMatch(/^(403|413) /);
    },
  );

  it('never brings everything at once, also when no limit is asked for', async () => {
    const docs = Array.from({ length: MOST_PUSHED }, customer);
    for (let round = 0; round < 3; round += 1) {
      expect(await send(at('/_bulk_docs'), JSON.stringify({ docs: docs.map(() => customer()) }))).toBe('201');
    }
    const answer = await ada.post(at('/_changes?filter=_selector&include_docs=true'), RECORDS_ONLY);
    const page = (await answer.json()) as { results: unknown[]; pending: number };
    expect(page.results).toHaveLength(200);
    expect(page.pending).toBeGreaterThan(100);
  });

  it('brings no documents to who waits: a bell holds no place among the answers with documents', async () => {
    const path = at('/_changes?filter=_selector&feed=longpoll&timeout=0&limit=1&since=0');
    expect(await send(path, JSON.stringify(RECORDS_ONLY))).toBe('200');
    expect(await send(`${path}&include_docs=true`, JSON.stringify(RECORDS_ONLY))).toBe('403 network.refused');
  });
});

describe('what is read by id', () => {
  it('is never a design document, in whatever list it stands', async () => {
    const { _id: id } = customer();
    expect(await send(at('/_all_docs?include_docs=true'), JSON.stringify({ keys: [id] }))).toBe('200');
    for (const keys of [['_design/rules'], [id, '_design/rules'], ['_local/x'], [{}], { 0: id }, '_design/rules']) {
      expect(await send(at('/_all_docs?include_docs=true'), JSON.stringify({ keys }))).toBe('403 network.refused');
    }
    expect(await send(at('/_all_docs'), `{"keys":["${id}"],"startkey":"_design"}`)).toBe('403 network.refused');
    expect(await send(at('/_all_docs'), '{"queries":[{"keys":["_design/rules"]}]}')).toBe('403 network.refused');
    expect(await send(at('/_all_docs?keys=%5B%22_design/rules%22%5D'), '{"keys":[]}')).toBe('403 network.refused');
    expect(await send(at('/_all_docs?startkey=%22_design%22'), '{"keys":[]}')).toBe('403 network.refused');
    for (const query of ['rev=1-a', 'attachments=true', 'open_revs=all', 'revs=true', 'conflicts=true']) {
      expect((await ada.fetch(at(`/${id}?${query}`))).status, query).toBe(403);
    }
  });

  it('has a bound', async () => {
    const keys = Array.from({ length: MOST_KEYS + 1 }, (_, n) => `customer:${String(n)}`);
    expect(await send(at('/_all_docs'), JSON.stringify({ keys }))).toBe('413 network.tooMuch');
    expect(await send(at('/_all_docs'), JSON.stringify({ keys: keys.slice(1) }))).toBe('200');
  });
});
