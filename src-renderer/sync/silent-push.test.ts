import { beforeEach, describe, expect, it } from 'vitest';
import type { TestDevice } from '../../sync-server/testing/test-device.ts';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import { until } from '../data/testing/fresh-store.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const getMember = memberOfEachTest();
let client: TestDevice;
let device: SyncDevice;

beforeEach(() => {
  ({ device, client } = getMember());
});

/** A request that gets no answer until the exchange itself gives it up. */
function never(): Promise<Response> {
  return new Promise(() => undefined);
}

describe.each([
  { when: 'never arrives', isCarriedOut: false },
  { when: 'is carried out and never answered', isCarriedOut: true },
])('a push that $when (E14)', ({ isCarriedOut }) => {
  it('holds up no pull, is given up in time and sent again', async () => {
    let pushes = 0;
    device.patienceMs = 1_500;
    device.fault = (path, send) => {
      if (!path.includes('_bulk_docs')) return undefined;
      pushes += 1;
      if (pushes > 1) return undefined;
      return isCarriedOut ? send().then(never) : never();
    };
    device.start();
    const mine = await device.write('Sans réponse');
    await until(() => pushes === 1);
    const later = await device.write('Écrite pendant l’attente');
    const { account, activityId } = device.store.parts.account;
    const theirs = makeCustomer(account, activityId ?? '', 'Venue d’ailleurs');
    await client.push([theirs]);
    await until(() => device.store.book.get(theirs.id) !== undefined);
    await device.settle();
    expect(pushes).toBeGreaterThan(1);
    expect(device.errors).toContain('network.timeout');
    for (const { id, edits } of [mine, later]) expect((await client.read(id))?.['edits']).toEqual(edits);
    expect(device.store.book.list('conflictCopy')).toEqual([]);
  });
});
