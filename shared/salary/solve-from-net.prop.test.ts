import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { anyContract, anyGross, prepareContract } from './salary.test-support.ts';
import { solvePreparedFromNet } from './solve-from-net.ts';

it('reaches the net, and no smaller gross does', () => {
  fc.assert(
    fc.property(anyContract, anyGross, fc.integer({ min: -700, max: 700 }), (input, near, offset) => {
      const prepared = prepareContract(input);
      const netCents = Math.max(0, prepared.netOf(near) + offset);
      fc.pre(netCents <= prepared.netOf(100_000_000));
      const { computation, isExact, excessCents } = unwrap(solvePreparedFromNet(prepared, netCents));
      expect(excessCents).toBe(computation.totals.netBeforeTaxCents - netCents);
      expect(excessCents).toBeGreaterThanOrEqual(0);
      expect(isExact).toBe(excessCents === 0);
      expect(isExact || computation.grossCents === 0).toBe(true);
      // A fall of the net is at most 0.14 % of the ceiling (about 6 €), so 20 € below is far enough to look at every cent.
      for (let lower = Math.max(0, computation.grossCents - 2000); lower < computation.grossCents; lower += 1) {
        if (prepared.netOf(lower) >= netCents) throw new Error(`${String(lower)} already reaches ${String(netCents)}`);
      }
    }),
    { numRuns: 1000 },
  );
});
