import { expect, it } from 'vitest';
import { Shaper } from './shaper.ts';

it('keeps the order of everything, also when the line changes meanwhile', async () => {
  const shaper = new Shaper();
  const arrived: number[] = [];
  const sent: number[] = [];
  await new Promise<void>((resolve) => {
    for (let index = 0; index < 300; index += 1) {
      // Slow, then fast: what was sent on the slow line must still come first.
      if (index % 50 === 0) shaper.change(index % 100 === 0 ? 2_000_000 : Number.POSITIVE_INFINITY, index % 3);
      sent.push(index);
      shaper.pass(1 + (index % 97), () => {
        arrived.push(index);
        if (arrived.length === 300) resolve();
      });
    }
  });
  expect(arrived).toEqual(sent);
});
