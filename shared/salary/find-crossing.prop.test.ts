import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCrossing } from './find-crossing.ts';

/** Rising staircases with flat stretches, slopes and jumps, like the cost of a pay: values at 0, 1, 2 … */
const anyStairs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(3), fc.oneof(fc.constant(0), fc.nat(20_000))), {
    minLength: 1,
    maxLength: 12,
  })
  .map((stretches) => {
    const values = [0];
    for (const [length, slope, jump] of stretches) {
      values.push((values.at(-1) ?? 0) + jump);
      for (let index = 0; index < length; index += 1) values.push((values.at(-1) ?? 0) + slope);
    }
    return values;
  })
  .filter((values) => (values.at(-1) ?? 0) > 0);

it('finds where a function that never falls reaches any target', () => {
  fc.assert(
    fc.property(anyStairs, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const highest = values.at(-1) ?? 0;
      const target = Math.max(1, Math.ceil(highest * share));
      const found = findCrossing((argument) => values[argument] ?? Number.NaN, target, 0, values.length - 1);
      expect(found).toBe(values.findIndex((value) => value >= target));
    }),
    { numRuns: 2000 },
  );
});

it('needs few looks, even where one jump makes nearly all of the rise', () => {
  const last = 100_000_000;
  for (const jumpAt of [1, 2, 4_711, 50_000_000, last - 1, last]) {
    let looks = 0;
    const valueOf = (argument: number): number => {
      looks += 1;
      return argument < jumpAt ? argument : argument + 1e12;
    };
    expect(findCrossing(valueOf, last + 1, 0, last)).toBe(jumpAt);
    expect(looks).toBeLessThanOrEqual(5 * Math.log2(last) + 7);
  }
});
