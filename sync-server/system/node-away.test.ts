import { afterAll, beforeAll, expect, it } from 'vitest';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import { connectCouch } from '../couch/connect.ts';
import { addTokenKey } from '../keys/token-keys.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import { openKeyRotation } from '../jobs/key-rotation.ts';
import type { SeparateCouch } from '../testing/separate-couch.ts';
import { startSeparateCouch } from '../testing/separate-couch.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeTestFolder, useTestFolder } from '../testing/test-folder.ts';
import { makeCustomer } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const [FIRST, SECOND, THIRD] = ['n1@cluster', 'n2@cluster', 'n3@cluster'] as const;

const folder = makeTestFolder();
const lines: string[] = [];
let couch: SeparateCouch;
let server: TestServer | undefined;

const start = async (): Promise<TestServer> => {
  const { name, password } = couch.admin;
  const environment = { COUCHDB_URL: couch.url, COUCHDB_USER: name, COUCHDB_PASSWORD: password };
  const log = (line: string): void => void lines.push(line);
  server = await startTestServer({ dataDir: folder.path, environment, log });
  return server;
};
const keysOf = (node: string): string[] => [...couch.settingsOf(node).keys()].filter((name) => name.includes('ec:'));

beforeAll(async () => {
  couch = await startSeparateCouch([FIRST, SECOND, THIRD]);
});
afterAll(async () => {
  await server?.close();
  await couch.close();
  folder.remove();
});

it('the server starts, provisions and changes its key while a node is away, and brings it the keys afterwards', async () => {
  couch.setAway(THIRD, true);
  const on = await start();
  expect(keysOf(SECOND)).toEqual(keysOf(FIRST));
  expect(keysOf(THIRD)).toEqual([]);
  expect(lines.filter((line) => line.startsWith(`${THIRD} is away`))).toHaveLength(1);

  const { code } = await on.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  const ada = new TestDevice(on.url);
  await ada.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'test' });
  const status = async (): Promise<number> => (await ada.fetch(`/couch/${ada.book}/_changes?limit=1`)).status;
  expect(await status()).toBe(200);
  expect(await on.control('provision')).toMatchObject({ activities: 1 });
  expect(await on.control('rotate-keys')).toMatchObject({ nodesAway: [THIRD] });
  expect(await status()).toBe(200);
  // The replaced key is still good for the tokens that are under way.
  expect(keysOf(FIRST)).toHaveLength(2);

  // Two away of three: what is written is kept and acknowledged with 202, and the coordinator sees that it was sent.
  const network = connectCouch(couch.url, couch.admin).database(NETWORK_DATABASE);
  const mark = async (): Promise<unknown> =>
    (await network.get(`syncMark:${ada.info?.activityId ?? ''}`))?._rev?.split('-')[0];
  await expect.poll(mark).toBe('1');
  couch.setAway(SECOND, true);
  const customer = makeCustomer('ada.fall', ada.info?.activityId ?? '');
  expect((await ada.push([customer]))[0]?.error).toBeUndefined();
  await expect.poll(mark).toBe('2');
  couch.setAway(SECOND, false);

  // Back as it was, and told what the others know: whoever asks it now goes on.
  couch.setAway(THIRD, false);
  await expect.poll(() => keysOf(THIRD).sort()).toEqual(keysOf(FIRST).sort());
  couch.ask(THIRD);
  expect(await status()).toBe(200);
  expect(lines.filter((line) => line.startsWith(`${THIRD} is back`))).toHaveLength(1);
}, 120_000);

it('an old key is kept in mind until a node that was away has dropped it too', async () => {
  const cluster = await startSeparateCouch([FIRST, SECOND, THIRD]);
  try {
    let nowMs = Date.now();
    const said: string[] = [];
    const path = useTestFolder();
    const ring = openKeyRing(path, () => nowMs);
    const oldId = ring.current.keyId;
    const opened = { couch: connectCouch(cluster.url, cluster.admin), close: () => Promise.resolve() };
    await addTokenKey(opened.couch, ring.current);
    const rotation = openKeyRotation(
      ring,
      opened,
      (line) => said.push(line),
      () => nowMs,
    );
    await rotation.rotate();
    cluster.setAway(THIRD, true);
    nowMs += 10 * 60_000;
    await rotation.start();
    await rotation.start();
    expect(said).toEqual([`an old signing key will be dropped later: ${THIRD} is away`]);
    // It would take the old key again when it is back: neither this process nor the next one forgets that.
    expect(ring.retiring().map(({ keyId }) => keyId)).toEqual([oldId]);
    expect(
      openKeyRing(path)
        .retiring()
        .map(({ keyId }) => keyId),
    ).toEqual([oldId]);
    expect(cluster.settingsOf(FIRST).has(`jwt_keys/ec:${oldId}`)).toBe(false);
    cluster.setAway(THIRD, false);
    expect(cluster.settingsOf(THIRD).has(`jwt_keys/ec:${oldId}`)).toBe(true);
    await rotation.start();
    expect(cluster.settingsOf(THIRD).has(`jwt_keys/ec:${oldId}`)).toBe(false);
    expect(ring.retiring()).toEqual([]);
    rotation.close();
  } finally {
    await cluster.close();
  }
});
