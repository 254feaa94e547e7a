import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { TestDevice } from '../../sync-server/testing/test-device.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const getMember = memberOfEachTest();
let client: TestDevice;
let device: SyncDevice;

beforeEach(() => {
  ({ device, client } = getMember());
});

it('a server that asks to wait is not asked again before, even by somebody pressing the button; nothing is lost', async () => {
  device.start();
  await device.settle();
  let refusedAt = 0;
  let tooEarly = 0;
  device.fault = () => {
    if (refusedAt === 0) {
      refusedAt = performance.now();
      const error = { code: 'network.busy', message: '' };
      return Promise.resolve(Response.json({ error }, { status: 429, headers: { 'retry-after': '3' } }));
    }
    // What was under way at that moment had left before.
    const since = performance.now() - refusedAt;
    if (since > 200 && since < 2_900) tooEarly += 1;
    return undefined;
  };
  const written = await device.write('Attendue');
  await expect.poll(() => refusedAt).toBeGreaterThan(0);
  for (let press = 0; press < 5; press += 1) {
    device.replication.syncNow();
    await sleep(300);
  }
  expect(device.errors).toContain('network.busy');
  await device.settle();
  expect(tooEarly).toBe(0);
  expect((await client.read(written.id))?.['edits']).toEqual(written.edits);
});
