import { afterAll, beforeAll, expect, it } from 'vitest';
import { COOPERATIVE } from '../../shared/access/database-names.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { NEWS_HEADER } from '../../shared/sync/news-header.ts';
import { withholdingRateId } from '../../shared/withholding/rate-id.ts';
import type { Couch } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import { hash } from '../data-folder/hash.ts';
import { TestDevice } from '../testing/test-device.ts';
import { writeAs } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer, TEST_ADMIN } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const PERSONAL = 'person-ada_fall';

let server: TestServer;
let couch: Couch;
let ada: TestDevice;
let ben: TestDevice;
let claire: TestDevice;

async function join(request: object): Promise<TestDevice> {
  const { code } = await server.enrol(request);
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'Portable' });
  return device;
}

beforeAll(async () => {
  server = await startTestServer();
  const { url } = (await server.control('database')) as { url: string };
  couch = connectCouch(url, { name: TEST_ADMIN.COUCHDB_USER, password: TEST_ADMIN.COUCHDB_PASSWORD });
  ada = await join({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  ben = await join({ name: 'Ben Roux', activityId: ada.info?.activityId });
  claire = await join({ name: 'Claire Le Goff', isSupport: true });
});
afterAll(() => server.close());

function rateOf(person: string, date: string, ratePpm: number, by = 'claire.le.goff'): RecordOf<'withholdingRate'> {
  return createRecord(writeAs(by), {
    ...{ type: 'withholdingRate', id: withholdingRateId(person, date, hash), activityId: COOPERATIVE, date },
    ...{ status: 'active', body: { person, kind: 'own', ratePpm, source: 'CRM du 3 mars' } },
  });
}

/** The mark that stands beside an answer about the commons. */
async function newsOf(device: TestDevice): Promise<string | null> {
  const response = await device.fetch('/couch/commons/_changes?limit=1&since=0');
  await response.text();
  return response.headers.get(NEWS_HEADER);
}

it('there is none, and nobody is told of one, until the support team writes the first record', async () => {
  expect(await couch.listDatabases()).not.toContain(PERSONAL);
  expect([await newsOf(ada), await newsOf(ben), await newsOf(claire)]).toEqual([null, null, null]);
  // Reading makes none, and no person who is not there gets one.
  for (const device of [ada, claire]) expect((await device.fetch(`/couch/${PERSONAL}`)).status).toBe(404);
  await expect(claire.push([rateOf('nobody', '2024-03-01', 1)], 'person-nobody')).rejects.toThrow('403');
  expect((await couch.listDatabases()).filter((name) => name.startsWith('person-'))).toEqual([]);

  const [row] = await claire.push([rateOf('ada.fall', '2024-03-01', 38_000)], PERSONAL);
  expect(row?.error).toBeUndefined();
  expect(await couch.listDatabases()).toContain(PERSONAL);
});

it('is read by its person and the support team, who are told, and by nobody else', async () => {
  await expect.poll(() => newsOf(claire), { timeout: 20_000 }).not.toBeNull();
  expect((await claire.readAll('office')).map(({ doc }) => doc['body'])).toMatchObject([{ ratePpm: 38_000 }]);
  await expect.poll(() => newsOf(ada), { timeout: 20_000 }).not.toBeNull();
  expect((await ada.readAll(PERSONAL)).map(({ doc }) => doc['body'])).toMatchObject([{ ratePpm: 38_000 }]);
  expect((await ada.fetch(`/api/check/${PERSONAL}`)).status).toBe(200);

  const id = encodeURIComponent(withholdingRateId('ada.fall', '2024-03-01', hash));
  for (const path of [
    `/couch/${PERSONAL}`,
    `/couch/${PERSONAL}/${id}`,
    `/couch/${PERSONAL}/_changes`,
    `/api/check/${PERSONAL}`,
    `/api/check/${PERSONAL}/2024-03`,
    `/couch/office/${id}`,
  ]) {
    expect((await ben.fetch(path)).status).toBe(403);
  }
  expect((await ada.fetch(`/couch/office/${id}`)).status).toBe(403);
  await expect(ben.readAll(PERSONAL)).rejects.toThrow('403');
  await expect(ben.push([rateOf('ada.fall', '2024-04-01', 1, 'ben.roux')], PERSONAL)).rejects.toThrow('403');
  expect(await newsOf(ben)).toBeNull();
  // Nothing of it is where co-members, or the figures of the network, look.
  for (const [device, database] of [
    [ben, ben.book],
    [claire, 'network'],
  ] as const) {
    expect(JSON.stringify(await device.readAll(database))).not.toContain('withholdingRate');
  }
});

it('the database says the same to who would go around the front', async () => {
  const ask = async (name: string, path: string, init: RequestInit = {}): Promise<number> => {
    const authorization = `Basic ${Buffer.from(`${name}:${PASSWORD}`).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    return (await fetch(`${couch.url}/${path}`, { ...init, headers })).status;
  };
  const write = { method: 'POST', body: JSON.stringify({ docs: [] }) };
  expect(await ask('ada.fall', `${PERSONAL}/_all_docs`)).toBe(200);
  expect(await ask('claire.le.goff', `${PERSONAL}/_all_docs`)).toBe(200);
  expect(await ask('ben.roux', `${PERSONAL}/_all_docs`)).toBe(403);
  expect(await ask('ben.roux', `${PERSONAL}/_bulk_docs`, write)).toBe(403);
  expect(await ask('ada.fall', 'office/_all_docs')).toBe(403);
});

it('takes what the support team writes, of this person, once a day, and never from the person', async () => {
  const other = rateOf('ben.roux', '2024-03-01', 10_000);
  const twice = { ...rateOf('ada.fall', '2024-03-01', 10_000), id: 'withholdingRate:another-20260301' };
  const own = rateOf('ada.fall', '2024-05-01', 0, 'ada.fall');
  const neither = rateOf('ada.fall', '2024-06-01', 10_000);
  const { ratePpm: _rate, ...noRate } = neither.body;
  const reasons = async (device: TestDevice, record: RecordOf<'withholdingRate'>) =>
    (await device.push([record], PERSONAL))[0]?.reason ?? 'taken';
  expect(await reasons(claire, other)).toContain('record.invalid: record is not valid at person');
  expect(await reasons(claire, twice)).toContain('record.invalid: record is not valid at id');
  expect(await reasons(ada, own)).toContain('record.forbidden');
  expect(await reasons(claire, { ...neither, body: noRate })).toContain('withholding.rateMissing');
  expect(await reasons(claire, { ...neither, activityId: ada.info?.activityId ?? '' })).toContain('activityId');
  // Nothing of the kind is taken anywhere else, the copy included.
  await expect(claire.push([other], 'office')).resolves.toMatchObject([{ error: 'forbidden' }]);
  await expect(claire.push([{ ...other, activityId: ada.info?.activityId ?? '' }], ada.book)).resolves.toMatchObject([
    { error: 'forbidden' },
  ]);
  const stored = await claire.read(rateOf('ada.fall', '2024-03-01', 0).id, PERSONAL);
  const { _rev: rev } = stored as { _rev: string };
  const first = rateOf('ada.fall', '2024-03-01', 38_000);
  const before = { ...first, edits: stored?.['edits'] as string[], rev };
  const moved = { ...reviseRecord(writeAs('claire.le.goff'), before, { date: '2024-07-01' }), rev };
  expect(await reasons(claire, moved)).toContain('record.invalid: record is not valid at date');
});

it('goes with its person, and its copy too', async () => {
  const retention = { accounting: 0, pay: 0, workingTime: 0 };
  const kept = await server.control('erase-person', {
    ...{ account: 'ada.fall', isConfirmed: false },
    retention: { accounting: 10, pay: 50, workingTime: 3 },
  });
  expect(kept).toMatchObject({ plan: { kept: [{ type: 'withholdingRate', count: 1 }] } });
  await server.control('erase-person', { account: 'ada.fall', isConfirmed: true, retention });
  expect(await couch.listDatabases()).not.toContain(PERSONAL);
  expect(await claire.readAll('office')).toEqual([]);
  await expect(claire.push([rateOf('ada.fall', '2024-08-01', 1)], PERSONAL)).rejects.toThrow('403');
});
