import type { DexieStorageInternals } from 'rxdb';
import { afterEach, expect, it, vi } from 'vitest';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import { fillDisk } from '../data/testing/fill-disk.test-support.ts';
import { until } from '../data/testing/fresh-store.ts';
import { LOCAL_WRITE } from '../data/whole-writes.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';

const member = memberOfEachTest();
afterEach(() => {
  vi.restoreAllMocks();
});

it('a version that a pull brings while a conflict is decided for an older one is not lost', async () => {
  const { device, client } = member();
  const first = await device.write('Première');
  device.start();
  await device.settle();
  const next = await device.reopen();
  // The server takes the second, and the device never knows.
  next.fault = (path, send) =>
    path.includes('_bulk_docs') ? send().then(() => Promise.reject(new TypeError('the connection broke'))) : undefined;
  next.start();
  const second = await next.write('Deuxième, la réponse perdue', first);
  await expect.poll(async () => (await client.read(first.id))?.['edits']).toEqual(second.edits);

  next.fault = () => undefined;
  const last = await next.reopen();
  let isThirdThere = false;
  const isPulled = (): boolean =>
    last.replication.state.internalReplicationState?.firstSyncDone.down.getValue() === true;
  last.fault = (path, send) => {
    if (isThirdThere) return undefined;
    // The feed brings nothing before the push has read the second; what it read is written here only after the feed's third.
    if (path.includes('_changes')) return until(() => isThirdThere).then(send);
    if (!path.includes('_all_docs')) return undefined;
    return send().then(async (response) => {
      const rev = String((await client.read(first.id))?.['_rev']);
      const body = { ...second.body, label: 'Troisième, d’un autre appareil' };
      expect(await client.push([{ ...reviseRecord(last.store.parts.context, second, { body }), rev }])).toMatchObject([
        { ok: true },
      ]);
      isThirdThere = true;
      await until(isPulled);
      return response;
    });
  };
  last.start();
  await until(() => last.entry(first.id)?.body.label === 'Troisième, d’un autre appareil');
  await last.settle();
  await last.close();
});

/** A device that holds a record in its first version without RxDB's note that the server has it. */
async function openWithoutNote() {
  const { device, client } = member();
  const { account, activityId } = device.store.parts.account;
  const first = makeCustomer(account, activityId ?? '', 'Première');
  await client.push([first]);
  device.start();
  await until(() => device.requests.some((path) => path.includes('feed=longpoll')));
  const meta = device.replication.state.internalReplicationState?.input.metaInstance;
  const { dexieTable } = await (meta?.internals as DexieStorageInternals);
  expect(await dexieTable.get(`${first.id}|0`)).toBeDefined();
  await dexieTable.delete(`${first.id}|0`);
  const known = device.store.book.get(first.id);
  if (known === undefined) throw new Error('not brought');
  const second = reviseRecord(device.store.parts.context, known, { body: { ...known.body, name: 'Deuxième' } });
  const hasSecond = (): boolean => device.store.book.get(first.id)?.body['name'] === 'Deuxième';
  return { device, client, second, hasSecond };
}

it('a change comes although a window was gone before it noted that the server has the record', async () => {
  const { client, second, hasSecond } = await openWithoutNote();
  expect(await client.push([second])).toMatchObject([{ ok: true }]);
  await until(hasSecond);
});

it('a change that was passed over comes once the disk has room again', async () => {
  const { device, client, second, hasSecond } = await openWithoutNote();
  const { storageInstance } = device.store.parts.collections.book ?? {};
  if (storageInstance === undefined) throw new Error('no book');
  const write = storageInstance.bulkWrite.bind(storageInstance);
  let refusals = 0;
  vi.spyOn(storageInstance, 'bulkWrite').mockImplementation((rows, context) => {
    if (context !== LOCAL_WRITE) return write(rows, context);
    if (refusals === 0) fillDisk();
    refusals += 1;
    return write(rows, context);
  });
  expect(await client.push([second])).toMatchObject([{ ok: true }]);
  await until(() => {
    device.replication.syncNow();
    return refusals >= 3;
  });
  vi.restoreAllMocks();
  await until(() => {
    device.replication.syncNow();
    return hasSecond();
  });
});
