import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { RECORDS_ONLY } from '../../../shared/sync/records-only.ts';
import type { Room } from '../../quota/read-usage.ts';
import type { AllowedPath } from '../allowed-paths.ts';
import { judgeRequest } from './judge-request.ts';

const ID = `rcpt:${'0'.repeat(64)}:000`;
const part = { _id: ID, _attachments: { chunk: { data: 'eA==' } } };
const at = (resource: AllowedPath['resource'], database = 'book-1'): AllowedPath => ({
  ...{ database, resource },
  path: `/${database}/${resource}`,
});
/** A request as the server hands it over: a stream with its method and headers. */
const request = (body: unknown, method = 'POST'): IncomingMessage =>
  Object.assign(Readable.from([Buffer.from(JSON.stringify(body))]), {
    method,
    headers: { 'content-type': 'application/json' },
  }) as unknown as IncomingMessage;
const ledgerOf = (room: Room) => ({
  roomIn: () => Promise.resolve(room),
  readDigests: () => (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, 'md5-other']))),
});
const judge = (path: AllowedPath, body: unknown, room: Room = 'open', method = 'POST') =>
  judgeRequest(path, request(body, method), ledgerOf(room));

describe('what becomes of a body', () => {
  it('nothing, where only an address was sent', async () => {
    expect(await judge(at('_changes'), {}, 'open', 'GET')).toEqual({ ok: true, value: undefined });
  });

  it('it goes on written anew, so that nothing does that was not read', async () => {
    expect(await judge(at('_changes'), RECORDS_ONLY)).toEqual({
      ok: true,
      value: { count: 0, prepared: { text: JSON.stringify(RECORDS_ONLY) } },
    });
    expect(await judge(at('_all_docs'), { keys: ['customer:1'] })).toEqual({
      ok: true,
      value: { count: 1, prepared: { text: '{"keys":["customer:1"]}' } },
    });
    const docs = [{ _id: 'customer:1' }];
    expect(await judge(at('_bulk_docs'), { docs, new_edits: true })).toEqual({
      ok: true,
      value: { count: 1, prepared: { text: JSON.stringify({ docs }) } },
    });
  });

  it('what stays with the device is added to the answer of the database', async () => {
    const judged = await judge(at('_bulk_docs'), { docs: [{ _id: 'customer:1', _local: 1 }, { _id: 'customer:2' }] });
    if (!judged.ok || judged.value?.prepared?.rewrite === undefined) throw new Error('nothing is rewritten');
    const rows = JSON.parse(await judged.value.prepared.rewrite('[{"id":"customer:2","ok":true}]')) as object[];
    expect(rows).toMatchObject([
      { id: 'customer:2', ok: true },
      { id: 'customer:1', error: 'forbidden' },
    ]);
  });

  it('is the whole answer where nothing may go on', async () => {
    expect(await judge(at('_bulk_docs'), { docs: [{ _id: 'customer:1' }] }, 'none')).toMatchObject({
      value: { count: 0, rows: [{ id: 'customer:1', error: 'forbidden' }] },
    });
    expect(await judge(at('_bulk_docs'), { docs: [] })).toEqual({ ok: true, value: { count: 0, rows: [] } });
  });

  it('parts of receipts are judged as such, and compared with what is there', async () => {
    const judged = await judge(at('_bulk_docs', 'receipts-1'), { docs: [part] });
    if (!judged.ok || judged.value?.prepared?.rewrite === undefined) throw new Error('nothing is rewritten');
    const rows = await judged.value.prepared.rewrite(JSON.stringify([{ id: ID, error: 'conflict' }]));
    expect(JSON.parse(rows)).toMatchObject([{ id: ID, reason: expect.stringMatching(/^receipt\.altered/) as string }]);
  });

  it('is refused with the reason of who judges it', async () => {
    expect(await judge(at('_changes'), {})).toMatchObject({ error: { code: 'network.refused' } });
    expect(await judge(at('_bulk_docs'), [])).toMatchObject({ error: { code: 'network.refused' } });
  });
});
