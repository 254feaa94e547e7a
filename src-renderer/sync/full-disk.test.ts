import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import { fillDisk } from '../data/testing/fill-disk.test-support.ts';
import { until } from '../data/testing/fresh-store.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';

const member = memberOfEachTest();
afterEach(() => {
  vi.restoreAllMocks();
});

it('a disk that was full for a while stops neither what comes nor what goes', { timeout: 60_000 }, async () => {
  const { device, client } = member();
  device.start();
  const own = await device.write('Avant');
  await device.settle();

  const { refusals } = fillDisk();
  const { account, activityId } = device.store.parts.account;
  const foreign = makeCustomer(account, activityId ?? '', 'Pendant');
  await client.push([foreign]);
  await until(() => refusals() > 0);
  vi.restoreAllMocks();

  await until(() => device.store.book.get(foreign.id) !== undefined);
  const after = await device.write('Après', own);
  await device.settle();
  expect(await client.read(own.id)).toMatchObject({ body: { label: after.body.label } });
});

it('an exchange that was to begin on a full disk begins when there is room', { timeout: 60_000 }, async () => {
  const { device, client } = member();
  const { refusals } = fillDisk();
  device.start();
  await until(() => refusals() > 0);
  vi.restoreAllMocks();
  const own = await device.write('Après');
  await device.settle();
  expect(await client.read(own.id)).toBeDefined();
});

it('a device is closed although its disk stays full', { timeout: 60_000 }, async () => {
  const { device, client } = member();
  device.start();
  await device.write('Avant');
  await device.settle();
  const { refusals } = fillDisk();
  const { account, activityId } = device.store.parts.account;
  await client.push([makeCustomer(account, activityId ?? '', 'Pendant')]);
  await until(() => refusals() > 0);
  await device.close();
});
