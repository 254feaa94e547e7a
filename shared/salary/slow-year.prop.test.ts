import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { anyGross, prepareContract } from './salary.test-support.ts';
import { computeYearSlowly } from './slow-reference.test-support.ts';
import { anyExtraLines, anyPublishedContract, anyYear, payYear } from './year.test-support.ts';

it('gives the lines and the nets of the slow reference in every month of a regularised year, to the cent', () => {
  fc.assert(
    fc.property(anyYear, (months) => {
      const slow = computeYearSlowly(months);
      payYear(months).computations.forEach((computation, index) => {
        const expected = slow[index];
        expect(amountsByLine(computation)).toEqual(expected?.amounts);
        expect(computation.totals.taxableNetCents).toBe(expected?.taxableNetCents);
        expect(computation.totals.socialNetCents).toBe(expected?.socialNetCents);
      });
    }),
    { numRuns: 500 },
  );
});

it('gives the lines and the nets of the slow reference with extra lines in one month, to the cent', () => {
  fc.assert(
    fc.property(anyPublishedContract, anyExtraLines, anyGross, (contract, extraLines, grossCents) => {
      const input = { ...contract, extraLines };
      const computation = unwrap(prepareContract(input).fromGross(grossCents));
      const [expected] = computeYearSlowly([{ input, grossCents }]);
      expect(amountsByLine(computation)).toEqual(expected?.amounts);
      expect(computation.totals.taxableNetCents).toBe(expected?.taxableNetCents);
      expect(computation.totals.socialNetCents).toBe(expected?.socialNetCents);
    }),
    { numRuns: 2000 },
  );
});
