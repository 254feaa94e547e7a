import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { anyContract, anyGross, minutesOf, prepareContract } from './salary.test-support.ts';
import { RATE_E7 } from './salary-line.ts';

it('adds its totals up from the lines', () => {
  fc.assert(
    fc.property(anyContract, anyGross, (input, grossCents) => {
      const { lines, totals } = unwrap(prepareContract(input).fromGross(grossCents));
      const sum = (side: string): number =>
        lines.filter((line) => line.side === side).reduce((total, line) => total + line.amountCents, 0);
      expect(totals.employerContributionsCents).toBe(sum('employer'));
      expect(totals.employeeContributionsCents).toBe(sum('employee'));
      expect(totals.totalCostCents).toBe(grossCents + sum('employer'));
      expect(totals.netBeforeTaxCents).toBe(grossCents - sum('employee'));
      expect(Object.values(totals).every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

it('unfolds every line to base × rate, within the rounding of the shown bases', () => {
  fc.assert(
    fc.property(anyContract, anyGross, (input, grossCents) => {
      for (const line of unwrap(prepareContract(input).fromGross(grossCents)).lines) {
        const product = line.baseCents * line.rateE7 + line.secondBaseCents * line.secondRateE7;
        expect(Math.abs(Math.abs(line.amountCents) - product / RATE_E7)).toBeLessThanOrEqual(0.75);
      }
    }),
  );
});

it('never costs less when the gross rises, and the short paths equal the lines, cent by cent', () => {
  fc.assert(
    fc.property(anyContract, anyGross, (input, start) => {
      const prepared = prepareContract(input);
      let previousCents = 0;
      for (let grossCents = start; grossCents < Math.min(start + 200, 100_000_000); grossCents += 1) {
        const { totals } = unwrap(prepared.fromGross(grossCents));
        if (totals.totalCostCents < previousCents) throw new Error(`cost falls at ${String(grossCents)}`);
        previousCents = totals.totalCostCents;
        if (prepared.costOf(grossCents) !== totals.totalCostCents) throw new Error('cost differs from the lines');
        if (prepared.netOf(grossCents) !== totals.netBeforeTaxCents) throw new Error('net differs from the lines');
      }
    }),
    { numRuns: 200 },
  );
});

it('never costs less when the gross rises, at every cent to 12,000 €', () => {
  for (const period of ['2025-09', '2026-03']) {
    const prepared = prepareContract({ period });
    let previousCents = 0;
    for (let grossCents = 0; grossCents <= 1_200_000; grossCents += 1) {
      const costCents = prepared.costOf(grossCents);
      if (costCents < previousCents) throw new Error(`${period}: cost falls at ${String(grossCents)}`);
      previousCents = costCents;
    }
  }
});

it('never costs less when the gross rises past a threshold of the contract, cent by cent', () => {
  fc.assert(
    fc.property(anyContract, (input) => {
      const prepared = prepareContract(input);
      const isOld = input.period < '2026';
      const wageCents = ((isOld ? 1188 : 1202) * minutesOf(input) * 52) / (60 * 12);
      const ceilingCents = ((isOld ? 392_500 : 400_500) * minutesOf(input)) / 2100;
      const thresholds = [
        ...[1, 1.6, 2.25, 3, 3.3].map((times) => times * wageCents),
        ...[1, 4, 8].map((times) => times * ceilingCents),
      ];
      for (const threshold of thresholds) {
        const start = Math.max(0, Math.floor(threshold) - 50);
        let previousCents = prepared.costOf(start);
        for (let grossCents = start + 1; grossCents < start + 100; grossCents += 1) {
          const costCents = prepared.costOf(grossCents);
          if (costCents < previousCents) throw new Error(`cost falls at ${String(grossCents)}`);
          previousCents = costCents;
        }
      }
    }),
    { numRuns: 500 },
  );
});
