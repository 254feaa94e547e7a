import fc from 'fast-check';
import { expect, it } from 'vitest';
import { divideHalfAwayFromZero } from '../money/rounding.ts';
import { MAX_PRODUCT, roundProduct } from './round-product.ts';

const denominators = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 41 }));

it('rounds like divideHalfAwayFromZero and like big integers over its whole range', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_PRODUCT - 1 }), denominators, (numerator, denominator) => {
      const exact = (2n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
      expect(roundProduct(numerator, denominator)).toBe(Number(exact));
      expect(roundProduct(numerator, denominator)).toBe(divideHalfAwayFromZero(numerator, denominator));
    }),
    { numRuns: 5000 },
  );
});

it('is exact at the end of its range, where halves are hardest to hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), denominators, (below, denominator) => {
      const numerator = MAX_PRODUCT - below;
      expect(roundProduct(numerator, denominator)).toBe(divideHalfAwayFromZero(numerator, denominator));
    }),
    { numRuns: 5000 },
  );
});

it('is exact right at and beside the halves', () => {
  fc.assert(
    fc.property(denominators, fc.nat(), fc.integer({ min: -1, max: 1 }), (denominator, whole, offset) => {
      const quotient = whole % Math.floor((MAX_PRODUCT - 2) / (2 * denominator));
      const numerator = quotient * denominator + Math.floor(denominator / 2) + offset;
      fc.pre(numerator >= 0);
      expect(roundProduct(numerator, denominator)).toBe(divideHalfAwayFromZero(numerator, denominator));
    }),
    { numRuns: 5000 },
  );
});
