import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookDatabase, receiptsDatabase } from '../../shared/access/database-names.ts';
import { CHUNK_BYTES } from '../../shared/receipts/receipt-chunks.ts';
import { BOOK_QUOTA, LAST_ROOM, RECEIPTS_QUOTA } from '../../shared/sync/quota.ts';
import type { Couch } from '../couch/connect.ts';
import { judgeParts } from '../http/request-policy/judge-parts.ts';
import { judgeRecords } from '../http/request-policy/judge-records.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeCustomer } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';
import { openUsage } from './read-usage.ts';

const PASSWORD = 'champ de lin bleu';

let server: TestServer;
let ada: TestDevice;
let bo: TestDevice;
let nadia: TestDevice;

beforeAll(async () => {
  server = await startTestServer();
  const enrol = async (request: object): Promise<TestDevice> => {
    const { code } = await server.enrol(request);
    const device = new TestDevice(server.url);
    await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'x' });
    return device;
  };
  ada = await enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  bo = await enrol({ name: 'Bo Lind', newActivity: 'Vannerie Lind' });
  nadia = await enrol({ name: 'Nadia Roy', isSupport: true });
});
afterAll(() => server.close());

it('what an activity takes is told to its members and to the support team', async () => {
  const activityId = ada.info?.activityId ?? '';
  const data = Buffer.from('a ticket').toString('base64');
  const part = { _id: `rcpt:${'a'.repeat(64)}:000`, _attachments: { chunk: { data } } };
  expect((await ada.push([makeCustomer('ada.fall', activityId)]))[0]?.error).toBeUndefined();
  await ada.post(`/couch/${receiptsDatabase(activityId)}/_bulk_docs`, { docs: [part] });
  for (const device of [ada, nadia]) {
    const usage = (await (await device.fetch(`/api/usage/${activityId}`)).json()) as {
      records: number;
      recordBytes: number;
    };
    // The settings of the activity stand there already; the rules are nobody’s.
    expect(usage).toMatchObject({ receiptBytes: expect.any(Number) as number });
    expect(usage.records).toBeGreaterThan(0);
    // The embedded server counts them too, the rules included.
    expect(usage.recordBytes).toBeGreaterThan(10_000);
  }
  expect((await bo.fetch(`/api/usage/${activityId}`)).status).toBe(403);
  expect((await ada.fetch('/api/usage/..%2F..')).status).toBe(403);
});

it('a full book takes no new record but every change of a known one; nothing else stops', async () => {
  const known = { _id: 'customer:1', _rev: `1-${'a'.repeat(32)}`, type: 'customer' };
  const judged = judgeRecords({ docs: [known, { _id: 'customer:2', type: 'customer' }] }, 'changes');
  if (!judged.ok) throw new Error(judged.error.code);
  expect(judged.value.body).toEqual({ docs: [known] });
  expect(await judged.value.answer?.([{ id: 'customer:1', ok: true }])).toMatchObject([
    { id: 'customer:1', ok: true },
    { id: 'customer:2', error: 'forbidden', reason: expect.stringMatching(/^quota\.reached: /) as string },
  ]);
  const part = { _id: 'rcpt:1', _attachments: { chunk: { data: 'eA==' } } };
  const parts = judgeParts({ docs: [part], new_edits: false }, 'changes', () => Promise.resolve(new Map()));
  if (!parts.ok) throw new Error(parts.error.code);
  expect(parts.value.body).toBeUndefined();
  expect(await parts.value.answer?.([])).toMatchObject([
    { reason: expect.stringMatching(/^quota\.reached: /) as string },
  ]);
});

it('fullness is what the database says, in documents or in bytes, asked every ten seconds', async () => {
  let size: object = { doc_count: BOOK_QUOTA.documents - 1 };
  let now = 0;
  let asked = 0;
  const info = (): Promise<object> => {
    asked += 1;
    return Promise.resolve(size);
  };
  const usage = openUsage({ database: () => ({ info }) } as unknown as Couch, () => now); // all that is asked
  const book = bookDatabase('A1');
  expect(await usage.roomIn(book)).toBe('open');
  size = { doc_count: BOOK_QUOTA.documents };
  expect([await usage.roomIn(book), asked]).toEqual(['open', 1]);
  now += 10_000;
  expect([await usage.roomIn(book), asked]).toEqual(['changes', 2]);
  size = { doc_count: 2, sizes: { active: RECEIPTS_QUOTA.bytes } };
  expect(await usage.roomIn(receiptsDatabase('A1'))).toBe('changes');
  expect(await usage.roomIn('commons')).toBe('open');
  // A book that was only ever changed stops growing as well.
  size = { doc_count: 1, sizes: { active: BOOK_QUOTA.bytes * LAST_ROOM } };
  expect(await usage.roomIn(bookDatabase('A2'))).toBe('none');
  const changed = judgeRecords({ docs: [{ _id: 'customer:1', _rev: '1-a', type: 'customer' }] }, 'none');
  expect(changed).toMatchObject({ value: { body: undefined } });
  expect((await usage.ofActivity('A1')).receiptBytes).toBe(CHUNK_BYTES);
  // What a feed reads without showing it: so many records, and never more than there are.
  size = { doc_count: 10, sizes: { active: 1_000 } };
  now += 10_000;
  expect([await usage.bytesOfRows(book, 5), await usage.bytesOfRows(book, 1_000)]).toEqual([500, 1_000]);
  // The rules alone are no receipt.
  now += 10_000;
  size = { doc_count: 1 };
  expect((await usage.ofActivity('A1')).receiptBytes).toBe(0);
});
