import { afterAll, beforeAll, expect, it } from 'vitest';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import { connectCouch } from '../couch/connect.ts';
import { verdictId } from '../jobs/verdict-store.ts';
import type { SeparateCouch } from '../testing/separate-couch.ts';
import { startSeparateCouch } from '../testing/separate-couch.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeStatement } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';

let couch: SeparateCouch;
let servers: readonly TestServer[] = [];

beforeAll(async () => {
  couch = await startSeparateCouch();
  const environment = {
    COUCHDB_URL: couch.url,
    COUCHDB_USER: couch.admin.name,
    COUCHDB_PASSWORD: couch.admin.password,
  };
  servers = [await startTestServer({ environment }), await startTestServer({ environment })];
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await couch.close();
});

it('two servers on one CouchDB are one: accounts, records, one verdict for a pay, sessions that end', async () => {
  const [one, other] = servers;
  if (one === undefined || other === undefined) throw new Error('two servers were started');
  const open = async (server: TestServer, request: object): Promise<TestDevice> => {
    const { code } = await one.enrol(request);
    const device = new TestDevice(server.url);
    await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'test' });
    return device;
  };
  const ada = await open(one, { name: 'Ada Fall', newActivity: 'Pain de Lune' });
  const nadia = await open(other, { name: 'Nadia Roy', isSupport: true });
  const pay = makeStatement(ada.info?.account ?? '', ada.info?.activityId ?? '');
  expect((await ada.push([pay]))[0]?.error).toBeUndefined();
  const verdict = verdictId(pay.id);
  await expect.poll(() => nadia.read(verdict, NETWORK_DATABASE)).toMatchObject({ status: 'verified' });
  const network = connectCouch(couch.url, couch.admin).database(NETWORK_DATABASE);
  const rows = (await network.changes('0', 1_000)).results.filter(({ id }) => [pay.id, verdict].includes(id));
  expect(rows.map(({ changes }) => changes.map(({ rev }) => rev.split('-')[0]))).toEqual([['1'], ['1']]);

  // Her second device comes in through the other server; the first one ends the account, and this one hears of it.
  const again = new TestDevice(other.url);
  await again.open('/api/session', { account: ada.info?.account, password: PASSWORD, deviceName: 'again' });
  const status = async (): Promise<number> => (await again.fetch(`/couch/${again.book}/_changes?limit=1`)).status;
  expect(await status()).toBe(200);
  await one.control('revoke', { account: ada.info?.account });
  await expect.poll(status, { timeout: 45_000, interval: 500 }).toBe(401);
}, 120_000);
