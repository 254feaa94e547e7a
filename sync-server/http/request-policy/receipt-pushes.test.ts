import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiptsDatabase } from '../../../shared/access/database-names.ts';
import { TestDevice } from '../../testing/test-device.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { startTestServer } from '../../testing/test-server.ts';

let server: TestServer;
let ada: TestDevice;
let database: string;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  const { code, activityId } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  ada = new TestDevice(server.url);
  await ada.open('/api/enrolments/redeem', { code, password: 'champ de lin bleu', deviceName: 'x' });
  database = receiptsDatabase(activityId);
});
afterAll(() => server.close());

const freshId = (): string => `rcpt:${String((count += 1)).padStart(64, '0')}:000`;

/** A part as PouchDB sends it. */
function part(id: string, text: string, rev = `1-${'a'.repeat(32)}`): Record<string, unknown> {
  const data = Buffer.from(text).toString('base64');
  const [start, hash] = rev.split('-');
  return {
    _id: id,
    _rev: rev,
    _revisions: { start: Number(start), ids: [hash] },
    _attachments: { chunk: { content_type: 'application/octet-stream', revpos: 1, digest: 'md5-any', data } },
  };
}

async function push(
  docs: readonly unknown[],
  newEdits = false,
): Promise<{ id: string; error?: string; reason?: string }[]> {
  const answer = await ada.post(`/couch/${database}/_bulk_docs`, { docs, new_edits: newEdits });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; error?: string; reason?: string }[];
}

/** The bytes that everybody gets, and the other leaves of the part. */
async function read(id: string): Promise<{ text: string; others: unknown }> {
  const path = `/couch/${database}/${encodeURIComponent(id)}`;
  const { _conflicts: others } = (await (await ada.fetch(`${path}?conflicts=true`)).json()) as { _conflicts?: unknown };
  return { text: await (await ada.fetch(`${path}/chunk`)).text(), others };
}

it('a part is written once, and the same bytes again are a success', async () => {
  const id = freshId();
  expect(await push([part(id, 'the ticket')])).toEqual([]);
  // The same revision, and another device's own one of the same bytes.
  expect(await push([part(id, 'the ticket')])).toEqual([]);
  expect(await push([part(id, 'the ticket', `1-${'f'.repeat(32)}`)])).toEqual([]);
  expect(await read(id)).toEqual({ text: 'the ticket', others: undefined });
});

it.each([
  ['of the first generation', `1-${'f'.repeat(32)}`, 'receipt.altered'],
  ['of a later generation', `50-${'f'.repeat(32)}`, 'record.final'],
])('a second root %s replaces nothing', async (_what, rev, code) => {
  const id = freshId();
  expect(await push([part(id, 'the ticket')])).toEqual([]);
  const [row] = await push([part(id, 'another one', rev)]);
  expect(row).toMatchObject({ id, error: 'forbidden', reason: expect.stringContaining(code) as string });
  expect(await read(id)).toEqual({ text: 'the ticket', others: undefined });
});

it.each([
  ['a revision and its history contradict each other', { _revisions: { start: 50, ids: ['f'.repeat(32)] } }],
  ['a history of two', { _revisions: { start: 1, ids: ['a'.repeat(32), 'b'.repeat(32)] } }],
  ['a later revision alone', { _rev: `2-${'a'.repeat(32)}`, _revisions: undefined }],
  ['a deletion', { _deleted: true }],
  ['other members', { note: 'x' }],
  ['a stub', { _attachments: { chunk: { stub: true, digest: 'md5-x' } } }],
  ['two attachments', { _attachments: { chunk: { data: 'eA==' }, page: { data: 'eA==' } } }],
])('%s: its row is refused, the part beside it is taken', async (_what, change) => {
  const [bad, good] = [freshId(), freshId()];
  const rows = await push([{ ...part(bad, 'x'), ...change }, part(good, 'y')]);
  expect(rows).toMatchObject([{ id: bad, error: 'forbidden' }]);
  expect((await read(good)).text).toBe('y');
  expect((await ada.fetch(`/couch/${database}/${encodeURIComponent(bad)}`)).status).toBe(404);
});

it('of many at the same moment one is kept, and there is no second leaf', async () => {
  const id = freshId();
  const texts = Array.from({ length: 12 }, (_, n) => `ticket ${String(n)}`);
  const answers = await Promise.all(texts.map((text, n) => push([part(id, text, `1-${String(n).padStart(32, '0')}`)])));
  const taken = texts.filter((_, n) => answers[n]?.length === 0);
  expect(taken).toHaveLength(1);
  expect(await read(id)).toEqual({ text: taken[0], others: undefined });
});

it('also without revisions of its own', async () => {
  const id = freshId();
  const { _id, _attachments } = part(id, 'the ticket');
  expect(await push([{ _id, _attachments }], true)).toMatchObject([{ id, ok: true }]);
  expect(await push([{ _id, _attachments: part(id, 'another one')['_attachments'] }], true)).toMatchObject([
    { id, error: 'forbidden' },
  ]);
  expect((await read(id)).text).toBe('the ticket');
});
