import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Room } from '../../quota/read-usage.ts';
import { MOST_KEYS, MOST_PUSHED, MOST_RECORD_BYTES } from '../../../shared/sync/records-only.ts';
import { judgeKeys } from './judge-keys.ts';
import { judgeParts } from './judge-parts.ts';
import { judgeRecords } from './judge-records.ts';
import type { BulkRow } from './judged-body.ts';
import { isObject } from './judged-body.ts';

const REV = `1-${'a'.repeat(32)}`;
const refused = { ok: false, error: { code: 'network.refused' } };
const row = (id: string, reason: string) => ({
  id,
  error: 'forbidden',
  reason: expect.stringMatching(new RegExp(`^${reason}`)) as string,
});

it('an object is what has members by name: no list, no null, no text', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true]);
  expect([[], null, undefined, 'x', 1].map(isObject)).toEqual([false, false, false, false, false]);
});

describe('ids that are read', () => {
  it('go on as they are, with how many there are', () => {
    const keys = ['customer:1', `rcpt:${'0'.repeat(95)}`];
    expect(judgeKeys({ keys })).toEqual({ ok: true, value: { body: { keys }, count: 2 } });
    expect(judgeKeys({ keys: [] })).toEqual({ ok: true, value: { body: { keys: [] }, count: 0 } });
  });

  it.each([
    ['is none', ''],
    ['is CouchDB’s own', '_design/rules'],
    ['is longer than any', 'x'.repeat(101)],
    ['is no text', 1],
  ])('are refused when one of them %s', (_, id) => {
    expect(judgeKeys({ keys: ['customer:1', id] })).toMatchObject(refused);
  });

  it('come alone, in a list, and not too many', () => {
    for (const body of [undefined, null, [], {}, { keys: 'customer:1' }, { keys: [], limit: 1 }]) {
      expect(judgeKeys(body)).toMatchObject(refused);
    }
    const many = Array.from({ length: MOST_KEYS }, (_, n) => `customer:${String(n)}`);
    expect(judgeKeys({ keys: many }).ok).toBe(true);
    expect(judgeKeys({ keys: [...many, 'customer:x'] })).toMatchObject({
      error: { code: 'network.tooMuch', details: { most: MOST_KEYS } },
    });
  });
});

describe('records that are pushed', () => {
  const record = (more: object = {}) => ({ _id: 'customer:1', type: 'customer', ...more });

  /** Documents that go on, and the rows that the device gets when the database takes them. */
  async function push(docs: readonly object[], room: Room = 'open') {
    const judged = judgeRecords({ docs }, room);
    if (!judged.ok) throw new Error(judged.error.code);
    const { body, count, answer } = judged.value;
    return { body, count, rows: await answer?.([{ id: 'taken', ok: true }]) };
  }

  it('go on, and the answer is that of the database', async () => {
    const docs = [record(), record({ _rev: REV }), record({ _rev: `123456789-${'0'.repeat(32)}`, _deleted: true })];
    expect(await push(docs)).toEqual({ body: { docs }, count: 3, rows: undefined });
    expect(judgeRecords({ docs, new_edits: true }, 'open').ok).toBe(true);
    expect(judgeRecords({ docs, new_edits: false }, 'open')).toMatchObject(refused);
  });

  it('stay with the device where one is refused, and the others go on', async () => {
    const good = record({ _id: 'customer:2' });
    expect(await push([record({ _local: 1 }), good])).toEqual({
      ...{ body: { docs: [good] }, count: 1 },
      rows: [{ id: 'taken', ok: true }, row('customer:1', 'record.invalid: .* at _local$')],
    });
  });

  it.each([
    ['_rev', { _rev: `0-${'a'.repeat(32)}` }],
    ['_rev', { _rev: `1234567890-${'a'.repeat(32)}` }],
    ['_rev', { _rev: ` ${REV}` }],
    ['_rev', { _rev: `${REV}a` }],
    ['_rev', { _rev: 1 }],
    ['_deleted', { _deleted: false }],
    ['_revisions', { _revisions: {} }],
    ['body\\.amountCents', { body: { amountCents: 1e15 } }],
    ['note', { note: 'half \ud83c' }],
  ])('do not go on with a wrong %s', async (path, more) => {
    expect(await push([record(more)])).toMatchObject({
      ...{ body: undefined, count: 0 },
      rows: [{ id: 'taken' }, row('customer:1', `record.invalid: .* at ${path}$`)],
    });
  });

  it('are bounded in bytes, to the last one', async () => {
    const room = MOST_RECORD_BYTES - JSON.stringify(record({ note: '' })).length;
    expect(await push([record({ note: 'x'.repeat(room) })])).toMatchObject({ count: 1 });
    const large = row('customer:1', 'record.tooLarge: ');
    expect((await push([record({ note: 'x'.repeat(room + 1) })])).rows).toContainEqual(large);
    expect((await push([record({ note: `${'x'.repeat(room - 1)}é` })])).rows).toContainEqual(large);
  });

  it.each<[Room, number, number]>([
    ['open', 1, 1],
    ['changes', 0, 1],
    ['none', 0, 0],
  ])('in a book whose room is %s: %i new, %i changed', async (room, made, changed) => {
    const full = row('customer:1', 'quota.reached: ');
    const [fresh, edit] = [await push([record()], room), await push([record({ _rev: REV })], room)];
    expect([fresh.count, edit.count]).toEqual([made, changed]);
    if (made === 0) expect(fresh.rows).toContainEqual(full);
    if (changed === 0) expect(edit.rows).toContainEqual(full);
  });

  it('come in a list of documents, not too many, with nothing beside it', () => {
    const docs = Array.from({ length: MOST_PUSHED }, () => record());
    expect(judgeRecords({ docs }, 'open').ok).toBe(true);
    expect(judgeRecords({ docs: [...docs, record()] }, 'open')).toMatchObject({
      error: { code: 'network.tooMuch', details: { most: MOST_PUSHED } },
    });
    for (const body of [
      undefined,
      [],
      {},
      { docs: {} },
      { docs: [], all_or_nothing: true },
      { docs: [{}, record()] },
    ]) {
      expect(judgeRecords(body, 'open')).toMatchObject(refused);
    }
  });
});

describe('parts of receipts that are pushed', () => {
  const ID = `rcpt:${'0'.repeat(64)}:000`;
  const data = Buffer.from('the ticket').toString('base64');
  const digest = `md5-${createHash('md5').update('the ticket').digest('base64')}`;
  const part = (more: object = {}) => ({ _id: ID, _attachments: { chunk: { data } }, ...more });
  const conflict: BulkRow = { id: ID, error: 'conflict' };

  /** What goes on, and the rows that the device gets for those of the database. */
  async function push(
    doc: object,
    { room = 'open', newEdits, rows = [], held = new Map() }: PushOptions = {},
  ): Promise<{ body: unknown; count: number; rows: readonly BulkRow[]; asked: readonly string[] }> {
    const asked: string[] = [];
    const readDigests = (ids: readonly string[]) => {
      asked.push(...ids);
      return Promise.resolve(held);
    };
    const judged = judgeParts(
      { docs: [doc], ...(newEdits !== undefined && { new_edits: newEdits }) },
      room,
      readDigests,
    );
    if (!judged.ok) throw new Error(judged.error.code);
    const { body, count, answer } = judged.value;
    return { body, count, rows: (await answer?.(rows)) ?? [], asked };
  }

  interface PushOptions {
    readonly room?: Room;
    readonly newEdits?: boolean;
    readonly rows?: readonly BulkRow[];
    readonly held?: ReadonlyMap<string, string>;
  }

  it('go on as first writes of bytes, whatever was said of revisions', async () => {
    const first = { _id: ID, _attachments: { chunk: { content_type: 'application/octet-stream', data } } };
    const revisions = { start: 1, ids: ['a'.repeat(32)] };
    for (const doc of [part(), part({ _rev: REV }), part({ _rev: REV, _revisions: revisions })]) {
      expect(await push(doc)).toMatchObject({ body: { docs: [first] }, count: 1, rows: [] });
    }
  });

  it.each([
    ['record.final', { _deleted: true }],
    ['record.invalid', { note: 'x' }],
    ['record.final', { _rev: 1 }],
    ['record.final', { _rev: `2-${'a'.repeat(32)}` }],
    ['record.final', { _revisions: { start: 1, ids: ['a'.repeat(32)] } }],
    ['record.final', { _rev: REV, _revisions: [] }],
    ['record.final', { _rev: REV, _revisions: { start: 2, ids: ['a'.repeat(32)] } }],
    ['record.final', { _rev: REV, _revisions: { start: 1, ids: 'a' } }],
    ['record.final', { _rev: REV, _revisions: { start: 1, ids: ['b'.repeat(32)] } }],
    ['record.final', { _rev: REV, _revisions: { start: 1, ids: ['a'.repeat(32), 'b'.repeat(32)] } }],
    ['record.invalid', { _attachments: undefined }],
    ['record.invalid', { _attachments: {} }],
    ['record.invalid', { _attachments: { chunk: { data }, page: { data } } }],
    ['record.invalid', { _attachments: { page: { data } } }],
    ['record.invalid', { _attachments: { chunk: 'x' } }],
    ['record.invalid', { _attachments: { chunk: { data: '' } } }],
    ['record.invalid', { _attachments: { chunk: { data: `${data} ` } } }],
    ['record.invalid', { _attachments: { chunk: { data: `-${data}` } } }],
    ['record.invalid', { _attachments: { chunk: { data: 'eA===' } } }],
  ])('are refused with %s: %j', async (code, more) => {
    expect(await push(part(more))).toMatchObject({ body: undefined, count: 0, rows: [row(ID, `${code}: `)] });
  });

  it('are refused where the server keeps no more, also those of a book that may still change', async () => {
    for (const room of ['changes', 'none'] as const) {
      expect(await push(part(), { room })).toMatchObject({ count: 0, rows: [row(ID, 'quota.reached: ')] });
    }
  });

  it('are there already with the same bytes, or stay with the device', async () => {
    const [same, other] = [new Map([[ID, digest]]), new Map([[ID, 'md5-other']])];
    expect(await push(part(), { rows: [conflict], held: same })).toMatchObject({ rows: [], asked: [ID] });
    expect(await push(part(), { rows: [conflict], held: other })).toMatchObject({
      rows: [row(ID, 'receipt.altered: ')],
    });
    expect(await push(part(), { rows: [conflict], held: new Map() })).toMatchObject({
      rows: [row(ID, 'receipt.altered: ')],
    });
  });

  it('are told of as they were asked: who brings revisions hears of errors alone', async () => {
    const rows: BulkRow[] = [
      { id: 'rcpt:1', ok: true },
      { id: 'rcpt:2', error: 'forbidden' },
    ];
    const held = new Map([[ID, digest]]);
    expect(await push(part(), { rows, held })).toMatchObject({ rows, asked: [] });
    expect(await push(part(), { rows, held, newEdits: true })).toMatchObject({ rows });
    expect(await push(part(), { rows, held, newEdits: false })).toMatchObject({ rows: rows.slice(1) });
  });

  it('come in a list, with nothing beside it', () => {
    const none = () => Promise.resolve(new Map<string, string>());
    for (const body of [{ docs: [part()], new_edits: 'false' }, { docs: [part()], new_edits: 0 }, { docs: 1 }]) {
      expect(judgeParts(body, 'open', none)).toMatchObject(refused);
    }
  });
});
