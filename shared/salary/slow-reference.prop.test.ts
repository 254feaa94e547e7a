import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { anyGross, anyMeasuredContract, prepareContract } from './salary.test-support.ts';
import { computeSlowly } from './slow-reference.test-support.ts';

it('gives the lines of the slow reference with big integers, to the cent', () => {
  fc.assert(
    fc.property(anyMeasuredContract, anyGross, (input, grossCents) => {
      const result = prepareContract(input).fromGross(grossCents);
      expect(result.ok && amountsByLine(result.value)).toEqual(computeSlowly(input, grossCents));
    }),
    { numRuns: 3000 },
  );
});

it.each(['2025-03', '2025-09', '2026-03'])(
  'agrees with the slow reference at every fifth cent around the thresholds of %s',
  (period) => {
    const prepared = prepareContract({ period, workingTime: { kind: 'weeklyHours', minutes: 1439 } });
    for (const threshold of [1.0, 1.6, 2.25, 3, 3.3]) {
      const wageCents = ((period < '2026' ? 1188 : 1202) * 1439 * 13) / 180;
      const centre = Math.round(wageCents * threshold);
      for (let grossCents = centre - 500; grossCents < centre + 500; grossCents += 5) {
        const result = prepared.fromGross(grossCents);
        expect(result.ok && amountsByLine(result.value)).toEqual(computeSlowly(prepared.input, grossCents));
      }
    }
  },
);
