import 'fake-indexeddb/auto';
import { expect, it, onTestFinished } from 'vitest';
import { until } from './testing/fresh-store.ts';
import { openTestStore } from './testing/open-test-store.ts';
import { makeWish, watchWishes } from './wishes.ts';

it('each wish is heard once, also with a clock that stands still or was put back; earlier and other ones are not', async () => {
  let now = '2026-03-10T09:00:00.000Z';
  const store = await openTestStore(() => now);
  onTestFinished(() => store.close());
  const { facts, context } = store.parts;
  await makeWish(facts, context, 'sync-wish');
  let heard = 0;
  let others = 0;
  const stops = [
    watchWishes(facts, 'sync-wish', () => (heard += 1)),
    watchWishes(facts, 'receipts-wish', () => (others += 1)),
  ];
  // A watch hears from its first reading on, which takes a moment.
  await expect.poll(() => makeWish(facts, context, 'receipts-wish').then(() => others)).toBeGreaterThan(0);
  expect(heard, 'made before').toBe(0);
  await expect.poll(() => makeWish(facts, context, 'sync-wish').then(() => heard)).toBeGreaterThan(0);
  const before = { heard: await settled(() => heard), others: await settled(() => others) };
  now = '2026-03-01T09:00:00.000Z';
  await makeWish(facts, context, 'sync-wish');
  await until(() => heard > before.heard);
  for (const stop of stops) stop();
  await makeWish(facts, context, 'sync-wish');
  expect([await settled(() => heard), others]).toEqual([before.heard + 1, before.others]);
});

/** A count once nothing that was already made can raise it any more. */
async function settled(count: () => number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return count();
}
