import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';
import { formatMinor, formatMoney, formatRate } from './format.ts';
import { MAX_AMOUNT_CENTS, parseAmount } from './parse.ts';
import { applyRate, PPM, taxIncludedIn } from './rate.ts';
import { divideHalfAwayFromZero, multiplyThenDivide } from './rounding.ts';

const amount = fc.integer({ min: -MAX_AMOUNT_CENTS, max: MAX_AMOUNT_CENTS });
const rate = fc.integer({ min: 0, max: PPM });

/** The definition of rounding half away from zero, on big integers. */
function exactHalfAway(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

describe('rates and rounding', () => {
  it('agrees with big integers for every amount a record may hold', () => {
    fc.assert(
      fc.property(amount, rate, (cents, ppm) => {
        expect(BigInt(applyRate(cents, ppm))).toBe(exactHalfAway(BigInt(cents) * BigInt(ppm), BigInt(PPM)));
      }),
    );
  });

  it.each([
    [5, 2, 3],
    [-5, 2, -3],
    [4, 3, 1],
    [-4, 3, -1],
    [1, 2, 1],
    [-1, 2, -1],
  ])('%i ÷ %i is %i: a half goes away from zero on both sides', (numerator, denominator, expected) => {
    expect(divideHalfAwayFromZero(numerator, denominator)).toBe(expected);
    expect(multiplyThenDivide(numerator, 1, denominator)).toBe(expected);
  });

  it('never gives minus zero', () => {
    expect(Object.is(divideHalfAwayFromZero(-1, 3), 0)).toBe(true);
    expect(Object.is(applyRate(-1, 1), 0)).toBe(true);
  });

  it('takes a tax out that leaves the net it was added to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom(200_000, 100_000, 55_000, 21_000),
        (net, ppm) => {
          const gross = net + applyRate(net, ppm);
          expect(gross - taxIncludedIn(gross, ppm)).toBe(net);
        },
      ),
    );
  });

  it('allocates without losing a cent and never strays a cent from the exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(amount, weights, (cents, parts) => {
        const shares = allocate(cents, parts);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(cents);
        shares.forEach((share, index) => {
          const exact = (BigInt(cents) * BigInt(parts[index] ?? 0)) / BigInt(total);
          expect(Math.abs(Number(BigInt(share) - exact))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe('amounts people type', () => {
  it('reads back what it writes, in both languages', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('fr' as const, 'en' as const), (cents, language) => {
        const text = formatMinor(cents, 2, language).replace('−', '-');
        expect(parseAmount(text)).toEqual({ ok: true, value: cents });
      }),
    );
  });

  it.each([
    ['1234,56', 123456],
    ['1234.56', 123456],
    ['1 234,5', 123450],
    ['1\u202f234,56\u00a0€', 123456],
    ['1.234,56', 123456],
    ['-80', -8000],
    [',5', 50],
    ['0', 0],
  ])('%s', (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: cents });
  });

  it.each(['', 'abc', '1,234', '1.2.3', '12,345', '1e5', '--5', '5-', 'NaN', 'Infinity', '1,2,3.4'])(
    'refuses %j',
    (text) => {
      expect(parseAmount(text)).toMatchObject({ ok: false, error: { code: 'amount.invalid' } });
    },
  );

  it('refuses more than a record may hold', () => {
    expect(parseAmount('99999999999999')).toMatchObject({ ok: false, error: { code: 'amount.tooLarge' } });
  });
});

describe('amounts for people', () => {
  it.each([
    [123456, 'EUR', 'fr', '1\u202f234,56\u00a0€'],
    [-5, 'EUR', 'fr', '−0,05\u00a0€'],
    [123456, 'EUR', 'en', '€1,234.56'],
    [-123456, 'EUR', 'en', '−€1,234.56'],
    [1500000, 'MGA', 'fr', '1\u202f500\u202f000\u00a0Ar'],
  ] as const)('%i %s %s', (cents, currency, language, text) => {
    expect(formatMoney(cents, currency, language)).toBe(text);
  });

  it.each([
    [115_000, '11,5\u00a0%'],
    [200_000, '20\u00a0%'],
    [20_800, '2,08\u00a0%'],
    [0, '0\u00a0%'],
  ])('rate %i', (ppm, text) => {
    expect(formatRate(ppm, 'fr')).toBe(text);
  });
});
