import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bookDatabase,
  COMMONS_DATABASE,
  NETWORK_DATABASE,
  OFFICE_DATABASE,
  receiptsDatabase,
} from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import { listNodes, readSetting } from '../couch-settings/node-settings.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import { dropTokenKey } from '../keys/token-keys.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import type { RealCouch } from '../testing/real-couch.ts';
import { findRealCouch } from '../testing/real-couch.ts';
import type { SeparateCouch } from '../testing/separate-couch.ts';
import { startSeparateCouch } from '../testing/separate-couch.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeTestFolder } from '../testing/test-folder.ts';
import { makeCustomer } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const COMMON = [ACCOUNTS_DATABASE, COMMONS_DATABASE, OFFICE_DATABASE, NETWORK_DATABASE];

/** The whole server over a CouchDB at an address: what works on the embedded database works there. */
function describeServer(getCouch: () => RealCouch, blockedBy: () => Promise<string | undefined>): void {
  const folder = makeTestFolder();
  const run = randomBytes(3).toString('hex').replace(/\d/g, 'x');
  let couch: Couch;
  let server: TestServer | undefined;
  let activityId = '';
  const accounts: string[] = [];

  const start = async (): Promise<TestServer> => {
    const { url, admin } = getCouch();
    const environment = { COUCHDB_URL: url, COUCHDB_USER: admin.name, COUCHDB_PASSWORD: admin.password };
    server = await startTestServer({ dataDir: folder.path, environment, isInSpiteOfSettings: true });
    return server;
  };
  const enrol = async (on: TestServer, request: object): Promise<TestDevice> => {
    const { code } = await on.enrol(request);
    const device = new TestDevice(on.url);
    const { account } = await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'test' });
    accounts.push(account);
    return device;
  };

  beforeAll(() => {
    const { url, admin } = getCouch();
    couch = connectCouch(url, admin);
  });
  afterAll(async () => {
    await server?.close();
    if (activityId !== '') {
      for (const db of [...COMMON, bookDatabase(activityId), receiptsDatabase(activityId)]) {
        await couch.request({ db, method: 'DELETE' });
      }
      for (const account of accounts) {
        const user = await couch.database('_users').get(`org.couchdb.user:${account}`);
        if (user?._rev !== undefined) await couch.database('_users').remove(user._id, user._rev);
      }
      await dropTokenKey(couch, openKeyRing(folder.path).current.keyId);
    }
    folder.remove();
  }, 60_000);

  it('takes a member’s records, refuses what the rules refuse, and shows them to the coordinator', async ({ skip }) => {
    const reason = await blockedBy();
    skip(reason !== undefined, reason);
    const on = await start();
    const ada = await enrol(on, { name: `Ada ${run}`, newActivity: `Atelier ${run}` });
    activityId = ada.info?.activityId ?? '';
    const nadia = await enrol(on, { name: `Nadia ${run}`, isSupport: true });
    const good = makeCustomer(ada.info?.account ?? '', activityId);
    const bad = { ...makeCustomer(ada.info?.account ?? '', activityId), edits: [] };
    const [taken, refused] = await ada.push([good, bad]);
    expect(taken).toMatchObject({ id: good.id });
    expect(taken?.error).toBeUndefined();
    expect(refused).toMatchObject({ id: bad.id, error: 'forbidden' });
    await expect.poll(() => nadia.read(good.id, NETWORK_DATABASE)).toMatchObject({ _id: good.id });
    expect((await nadia.fetch(`/couch/${NETWORK_DATABASE}/_changes?limit=1`)).status).toBe(200);
    // Nobody else's book, not even the network's copy.
    expect((await ada.fetch(`/couch/${NETWORK_DATABASE}/_changes?limit=1`)).status).toBeGreaterThanOrEqual(401);
    const year = await nadia.fetch('/api/totals/2026');
    expect(year.status, await year.text()).toBe(200);
  }, 120_000);

  it('goes on where it was after a restart, and forgets a device that is revoked', async ({ skip }) => {
    skip(activityId === '', 'nothing was written before');
    await server?.close();
    const on = await start();
    const [account = ''] = accounts;
    const ada = new TestDevice(on.url);
    await ada.open('/api/session', { account, password: PASSWORD, deviceName: 'again' });
    const later = makeCustomer(account, activityId, 'Plus tard');
    expect((await ada.push([later]))[0]?.error).toBeUndefined();
    await expect.poll(() => couch.database(NETWORK_DATABASE).get(later.id)).toBeDefined();
    await on.control('revoke', { account });
    expect((await ada.fetch(`/couch/${ada.book}/_changes?limit=1`)).status).toBe(401);
  }, 120_000);
}

describe('the server over a database server of its own', () => {
  let separate: SeparateCouch;
  beforeAll(async () => {
    separate = await startSeparateCouch();
  });
  afterAll(() => separate.close());
  describeServer(
    () => separate,
    () => Promise.resolve(undefined),
  );
});

const real = findRealCouch('the whole server');
if (real !== undefined) {
  describe('the server over the CouchDB of COUCHDB_URL', () => {
    const couch = connectCouch(real.url, real.admin);
    describeServer(
      () => real,
      async () => {
        const taken = (await couch.listDatabases()).filter((name) => COMMON.includes(name));
        if (taken.length > 0) return `it holds a cooperative already: ${taken.join(', ')}`;
        const [node = '_local'] = await listNodes(couch);
        const handlers = await readSetting(couch, node, 'chttpd', 'authentication_handlers').catch(() => undefined);
        const isReady = handlers?.includes('jwt_authentication_handler') === true;
        return isReady ? undefined : 'its JWT handler is not set (docs/deployment.md)';
      },
    );
  });
}
