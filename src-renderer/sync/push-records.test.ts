import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { TestServer } from '../../sync-server/embedded/testing/test-server.ts';
import { startTestServer } from '../../sync-server/embedded/testing/test-server.ts';
import type { CouchHttp } from './couch-http.ts';
import { browserSurroundings } from './browser-surroundings.ts';
import { createCouchHttp } from './couch-http.ts';
import { PushMemory } from './push-memory.ts';
import type { Refusal } from './push-records.ts';
import { pushRecords } from './push-records.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { pathOf } from './testing/path-of.ts';

Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });

const context = sampleContext();
let server: TestServer;
let http: CouchHttp;
const refusals: Refusal[] = [];
const outcome = {
  onRefused: (refusal: Refusal) => Promise.resolve(void refusals.push(refusal)),
  onAccepted: () => Promise.resolve(),
};
const record = (rev = ''): ReplicatedRecord => ({
  ...sampleEntry(context, { date: '2026-03-02', amountCents: 100 }),
  rev,
  _deleted: false,
});

beforeAll(async () => {
  server = await startTestServer();
  await server.admin.put('/book-a1');
  // The device's own address stands for the front: the path behind `/couch` is CouchDB's.
  const send: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Basic ${btoa('root-admin:correct horse')}`);
    return fetch(server.admin.url + pathOf(input).slice('/couch'.length), { ...init, headers });
  };
  http = createCouchHttp('book-a1', 'lea.morvan', browserSurroundings(send));
});
afterAll(async () => {
  await server.stop();
});

describe('pushing records', () => {
  it('takes no record for a successor of the last push that was not made on it', async () => {
    const memory = new PushMemory();
    const first = record();
    await pushRecords(http, memory, [first], outcome);
    const seen = { ...first, rev: memory.revOf(first.id) ?? '' };
    const second = { ...reviseRecord(context, seen, {}), _deleted: false };
    await pushRecords(http, memory, [second], outcome);
    // A late pull set the device back to what it had seen; the person goes on from there.
    const third = { ...reviseRecord(context, seen, {}), _deleted: false };
    const [conflict] = await pushRecords(http, memory, [third], outcome);
    expect(conflict?.edits).toEqual(second.edits);
    // Made on the last push, without having seen its echo: no conflict.
    await pushRecords(http, memory, [{ ...second, rev: conflict?.rev ?? '' }], outcome);
    const fourth = { ...reviseRecord(context, second, {}), _deleted: false };
    expect(await pushRecords(http, memory, [fourth], outcome)).toEqual([]);
  });

  it('writes anew what was deleted on the server since, beside everything else (E2, E3)', async () => {
    const memory = new PushMemory();
    const [gone, kept] = [record(), record()];
    await pushRecords(http, memory, [gone, kept], outcome);
    const rev = memory.revOf(gone.id) ?? '';
    await server.admin.send('DELETE', `/book-a1/${encodeURIComponent(gone.id)}?rev=${rev}`);
    const next = [
      { ...gone, rev },
      { ...kept, rev: memory.revOf(kept.id) ?? '' },
    ];
    expect(await pushRecords(http, new PushMemory(), next, outcome)).toEqual([]);
    for (const { id } of next) {
      const stored = await server.admin.get(`/book-a1/${encodeURIComponent(id)}`);
      expect(stored.status).toBe(200);
    }
  });

  it('writes anew what a restored server never heard of', async () => {
    const known = record('4-0123456789abcdef0123456789abcdef');
    expect(await pushRecords(http, new PushMemory(), [known], outcome)).toEqual([]);
    expect((await server.admin.get(`/book-a1/${encodeURIComponent(known.id)}`)).status).toBe(200);
  });

  it('gives the server’s state of a record in conflict and of no other', async () => {
    const [clash, free] = [record(), record()];
    await pushRecords(http, new PushMemory(), [clash], outcome);
    const conflicts = await pushRecords(http, new PushMemory(), [{ ...clash, edits: ['other'] }, free], outcome);
    expect(conflicts.map(({ id, edits }) => [id, edits])).toEqual([[clash.id, clash.edits]]);
    expect((await server.admin.get(`/book-a1/${encodeURIComponent(free.id)}`)).status).toBe(200);
  });

  it('splits what is larger than 32 KB into several requests', async () => {
    let requests = 0;
    const counting: CouchHttp = {
      ...http,
      call: (path, body) => {
        requests += path.startsWith('_bulk_docs') ? 1 : 0;
        return http.call(path, body);
      },
    };
    const large = Array.from({ length: 5 }, () => {
      const one = record();
      return { ...one, body: { ...one.body, note: 'x'.repeat(10_000) } };
    });
    await pushRecords(counting, new PushMemory(), large, outcome);
    expect(requests).toBe(2);
    expect(refusals).toEqual([]);
  });
});
