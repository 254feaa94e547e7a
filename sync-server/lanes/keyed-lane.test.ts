import { expect, it } from 'vitest';
import { openKeyedLane } from './keyed-lane.ts';

it('what one sends at once waits for itself, a few of them, and keeps nobody else waiting', async () => {
  const lane = openKeyedLane(2, 3);
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const send = (key: string): Promise<string | undefined> =>
    lane.run(key, async () => {
      begun.push(key);
      await new Promise<void>((resolve) => ends.push(resolve));
      return key;
    });
  const ofAda = Array.from({ length: 6 }, () => send('ada'));
  const ofBo = send('bo');
  await expect.poll(() => begun).toEqual(['ada', 'ada', 'bo']);
  expect(await ofAda[5]).toBeUndefined();
  for (let ended = 0; ended < 6; ended += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(0);
    ends.shift()?.();
  }
  expect(await Promise.all([...ofAda.slice(0, 5), ofBo])).toEqual(['ada', 'ada', 'ada', 'ada', 'ada', 'bo']);
});
