import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { enrolPerson } from '../../sync-server/testing/control-server.ts';
import { SillonProcess } from '../../sync-server/testing/server-process.ts';
import type { TestDevice } from '../../sync-server/testing/test-device.ts';
import { makeTestFolder } from '../../sync-server/testing/test-folder.ts';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import { readBookOnServer } from './testing/book-on-server.ts';
import { openMember } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const RECORDS = 300;
const folder = makeTestFolder();
const server = new SillonProcess(folder.path, { isDemo: false });
let client: TestDevice;
let device: SyncDevice;

beforeAll(async () => {
  await server.start();
  const url = `http://127.0.0.1:${String(server.port)}`;
  ({ client, device } = await openMember({ url, enrol: (request) => enrolPerson(server.dataDir, request) }));
}, 120_000);
afterAll(async () => {
  await device.close();
  await server.kill();
  folder.remove();
});

it(
  'a server killed in the middle of a push holds everything once when it is back (E10)',
  { timeout: 120_000 },
  async () => {
    const { account, activityId } = device.store.parts.account;
    const records: AnyRecord[] = [];
    for (let index = 0; index < RECORDS; index += 1) {
      records.push(makeCustomer(account, activityId ?? '', `Client ${String(index)}`));
    }
    unwrap(
      await device.store.write(
        'customerSaved',
        records.map((after) => ({ before: undefined, after })),
      ),
    );

    let pushes = 0;
    const restarts: Promise<void>[] = [];
    const restart = async (): Promise<void> => {
      await server.kill();
      await server.start();
      // As a person who looks at the window again.
      device.replication.syncNow();
    };
    device.fault = (path, send) => {
      if (!path.includes('_bulk_docs')) return undefined;
      pushes += 1;
      // Once with the request on its way, once after it was carried out and before the device heard of it.
      if (pushes === 3) {
        const answer = send();
        restarts.push(restart());
        return answer;
      }
      if (pushes !== 8) return undefined;
      return send().then(() => {
        restarts.push(restart());
        throw new TypeError('the connection broke');
      });
    };
    device.start();
    const end = Date.now() + 90_000;
    while (device.store.book.pendingCount > 0 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(restarts.length).toBe(2);
    await Promise.all(restarts);

    const kept = (await readBookOnServer(client)).filter(({ type }) => type !== 'activitySettings');
    expect(kept.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
    expect(kept.filter(({ rev }) => !rev.startsWith('1-'))).toEqual([]);
    expect(device.store.book.pendingCount).toBe(0);
    expect(device.store.book.list('conflictCopy')).toEqual([]);
  },
);
