import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRecord } from '../records/write-record.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { computeWithholding, defaultRate } from './compute-withholding.ts';
import { KNOWN_GRIDS } from './known-grids.ts';

const cents = fc.integer({ min: -1_000_000, max: 100_000_000_000 });
const ppm = fc.integer({ min: 0, max: 1_000_000 });
const record = (ratePpm: number) =>
  createRecord(sampleContext(), {
    ...{ type: 'withholdingRate', activityId: 'cooperative', date: '2025-01-01', status: 'active' },
    body: { person: 'ada.fall', kind: 'own', ratePpm, source: 'CRM' },
  });

/** Written apart from the rule: whole numbers of any size, and the half looked at by itself. */
function slowTax(baseCents: number, ratePpm: number): number {
  if (baseCents <= 0) return 0;
  const product = BigInt(baseCents) * BigInt(ratePpm);
  const [whole, rest] = [product / 1_000_000n, product % 1_000_000n];
  return Number(rest >= 500_000n ? whole + 1n : whole);
}

it('the tax is the product rounded half up, and what is paid is the rest', () => {
  fc.assert(
    fc.property(cents, cents, ppm, (taxableNetCents, netBeforeTaxCents, ratePpm) => {
      const done = computeWithholding({ taxableNetCents, netBeforeTaxCents }, '2026-01-01', [record(ratePpm)], []);
      if (!done.ok) throw new Error(done.error.code);
      const { amountCents, netPaidCents } = done.value;
      expect(amountCents).toBe(slowTax(taxableNetCents, ratePpm));
      expect(amountCents + netPaidCents).toBe(netBeforeTaxCents);
      expect(amountCents >= 0 && amountCents <= Math.max(0, taxableNetCents)).toBe(true);
    }),
  );
});

it('the default rate never falls with the base, and is that of the last threshold reached', () => {
  const [grid] = KNOWN_GRIDS;
  if (grid === undefined) throw new Error('no grid');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8_000_000 }), fc.integer({ min: 0, max: 8_000_000 }), (one, other) => {
      const slow = (base: number): number => {
        let rate = -1;
        for (const { fromCents, ratePpm } of grid.brackets) if (base >= fromCents) rate = ratePpm;
        return rate;
      };
      expect(defaultRate(grid, one)).toBe(slow(one));
      expect(defaultRate(grid, Math.min(one, other))).toBeLessThanOrEqual(defaultRate(grid, Math.max(one, other)));
    }),
  );
});
