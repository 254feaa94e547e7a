import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../shared/records/write-record.ts';
import { RECORDS_ONLY } from '../../shared/sync/records-only.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeInvoice, writeAs } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';
import { MOST_OF_SESSION } from './session-agents.ts';

const PASSWORD = 'champ de lin bleu';

describe('the front', () => {
  let server: TestServer;
  let ada: TestDevice;
  let bo: TestDevice;
  let enrol: (name: string, newActivity: string) => Promise<TestDevice>;
  beforeAll(async () => {
    // Nothing comes back: how quick the machine is does not matter.
    server = await startTestServer({ budgetClock: () => 0 });
    enrol = async (name, newActivity) => {
      const { code } = await server.enrol({ name, newActivity });
      const device = new TestDevice(server.url);
      await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'x' });
      return device;
    };
    ada = await enrol('Ada Fall', 'Pain de Lune');
    bo = await enrol('Bo Lind', 'Vannerie Lind');
  });
  afterAll(() => server.close());

  it('asks one member who does nothing but ask to wait, and serves the others', async () => {
    // Rows cost as if there were that many: the feed would have to look at them.
    const ask = (): Promise<Response> =>
      ada.post(`/couch/${ada.book}/_changes?filter=_selector&limit=1000`, RECORDS_ONLY);
    let answer = await ask();
    for (let count = 0; answer.status === 200 && count < 3_000; count += 1) {
      await answer.arrayBuffer();
      answer = await ask();
    }
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ error: { code: 'network.busy' } });
    expect((await ada.fetch(`/api/check/${ada.book}`)).status).toBe(429);
    expect((await bo.fetch(`/couch/${bo.book}/_changes?limit=1`)).status).toBe(200);
  });

  it('charges what it read and refused', async () => {
    const carl = await enrol('Carl Ott', 'Bois Ott');
    const rubbish = 'x'.repeat(1_000_000);
    const headers = { 'content-type': 'application/json' };
    const send = (): Promise<Response> =>
      carl.fetch(`/couch/${carl.book}/_bulk_docs`, { method: 'POST', headers, body: rubbish });
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 100) statuses.push((await send()).status);
    expect(statuses.slice(0, -1).every((status) => status === 400)).toBe(true);
    // 15,000 of them were within the budget once.
    expect(statuses.length).toBeLessThan(70);
  });

  it('charges what is validated, and what is read for an answer however little is sent of it', async () => {
    const fay = await enrol('Fay Moss', 'Pierre Moss');
    const activityId = fay.info?.activityId ?? '';
    const drafts = Array.from({ length: 3 }, () => {
      const { body } = makeInvoice('fay.moss', activityId, 'draft');
      const filled = { ...body, filler: 'x'.repeat(240_000) };
      return createRecord(writeAs('fay.moss'), {
        type: 'invoice',
        activityId,
        date: '2026-03-02',
        status: 'draft',
        body: filled,
      });
    });
    const send = async (path: string, body: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
      const answer = await fay.fetch(`/couch/${fay.book}/${path}`, { method: 'POST', headers, body });
      await answer.arrayBuffer();
      return answer.status;
    };
    // Most of the budget goes where it goes quickly: some 1,270 units are left.
    for (let count = 0; count < 56; count += 1) expect(await send('_bulk_docs', 'x'.repeat(1_000_000))).toBe(400);
    // 700 kB to be validated.
    expect((await fay.push(drafts)).map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    // Packed, an answer has 60 kB and would cost 4 units; 48 MB of records are read and made for it.
    const keys = Array.from({ length: 200 }, (_, n) => drafts[n % 3]?.id);
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 4) {
      statuses.push(await send('_all_docs?include_docs=true', JSON.stringify({ keys })));
    }
    expect(statuses).toEqual([200, 429]);
  });

  it('sets an answer’s cost aside before it is made', async () => {
    const eva = await enrol('Eva Rist', 'Cire Rist');
    const activityId = eva.info?.activityId ?? '';
    const draft = createRecord(writeAs('eva.rist'), {
      type: 'invoice',
      activityId,
      date: '2026-03-02',
      status: 'draft',
      body: { ...makeInvoice('eva.rist', activityId, 'draft').body, filler: randomBytes(90_000).toString('hex') },
    });
    expect(await eva.push([draft])).toMatchObject([{ ok: true }]);
    // As many as an answer may name; it is far longer than what stands between the two.
    const keys = Array.from({ length: 500 }, (_, n) => (n < 150 ? draft.id : `invoice:${String(n)}`));
    const stop = new AbortController();
    const read = (): Promise<Response> =>
      eva.fetch(`/couch/${eva.book}/_all_docs?include_docs=true`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ keys }),
        signal: stop.signal,
      });
    const begun = [await read(), await read()];
    expect(begun.map(({ status }) => status)).toEqual([200, 200]);
    const late = await read();
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
    stop.abort();
    const ask = async (): Promise<number> => (await eva.fetch(`/couch/${eva.book}/_changes?limit=1`)).status;
    await expect.poll(ask).toBe(200);
  });

  it('keeps places for others, however many sessions one account has', async () => {
    const dora = await enrol('Dora Ulm', 'Laine Ulm');
    const account = dora.info?.account ?? '';
    const devices = [dora];
    for (let session = 0; session < 3; session += 1) {
      const device = new TestDevice(server.url);
      await device.open('/api/session', { account, password: PASSWORD, deviceName: 'x' });
      devices.push(device);
    }
    const stop = new AbortController();
    let refused = 0;
    const hold = async (device: TestDevice): Promise<void> => {
      // A body that never ends keeps its place.
      const body = new ReadableStream({
        pull: () => new Promise<void>(() => undefined),
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{'));
        },
      });
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body, duplex: 'half', signal: stop.signal };
      const { status } = await device.fetch(`/couch/${dora.book}/_bulk_docs`, init);
      if (status === 429) refused += 1;
    };
    const held = devices.flatMap((device) => Array.from({ length: 20 }, () => hold(device).catch(() => undefined)));
    await expect.poll(() => refused).toBe(16);
    expect((await bo.fetch(`/couch/${bo.book}/_changes?limit=1`)).status).toBe(200);
    stop.abort();
    await Promise.all(held);
  });

  it('has so many requests of one session under way and no more, long-polls included', async () => {
    const stop = new AbortController();
    const ends: number[] = [];
    // Read to its end: an answer nobody holds may be collected, and gives its place back.
    const listen = async (): Promise<void> => {
      let status = 200;
      while (status === 200) {
        const path = `/couch/${bo.book}/_changes?feed=longpoll&since=now&timeout=60000`;
        const answer = await bo.fetch(path, { signal: stop.signal });
        await answer.arrayBuffer();
        ({ status } = answer);
      }
      ends.push(status);
    };
    const bells = Promise.allSettled(Array.from({ length: 40 }, listen));
    await expect.poll(() => ends.length).toBeGreaterThanOrEqual(40 - MOST_OF_SESSION);
    expect(new Set(ends)).toEqual(new Set([429]));
    expect(ends.length).toBeLessThan(40);
    stop.abort();
    await bells;
    await expect.poll(async () => (await bo.fetch(`/couch/${bo.book}/_changes?limit=1`)).status).toBe(200);
  });
});
