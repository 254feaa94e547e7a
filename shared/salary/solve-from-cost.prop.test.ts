import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { anyContract, anyGross, prepareContract } from './salary.test-support.ts';
import { solvePreparedFromCost } from './solve-from-cost.ts';

it('finds the gross again from a cost that can be reached, or a higher one of the same cost', () => {
  fc.assert(
    fc.property(anyContract, anyGross, (input, grossCents) => {
      const prepared = prepareContract(input);
      const budgetCents = prepared.costOf(grossCents);
      fc.pre(budgetCents <= 100_000_000);
      const { computation, residueCents } = unwrap(solvePreparedFromCost(prepared, budgetCents));
      expect(residueCents).toBe(0);
      expect(computation.totals.totalCostCents).toBe(budgetCents);
      expect(computation.grossCents).toBeGreaterThanOrEqual(grossCents);
      expect(prepared.costOf(computation.grossCents + 1)).toBeGreaterThan(budgetCents);
    }),
    { numRuns: 1000 },
  );
});

it('spends any budget as far as one more cent of gross would not fit', () => {
  fc.assert(
    fc.property(anyContract, fc.integer({ min: 0, max: 2_000_000 }), (input, budgetCents) => {
      const prepared = prepareContract(input);
      const solved = solvePreparedFromCost(prepared, budgetCents);
      if (!solved.ok) {
        expect(solved.error.code).toBe('salary.budgetTooLow');
        expect(prepared.costOf(0)).toBeGreaterThan(budgetCents);
        return;
      }
      const { computation, residueCents } = solved.value;
      expect(residueCents).toBe(budgetCents - computation.totals.totalCostCents);
      expect(residueCents).toBeGreaterThanOrEqual(0);
      expect(prepared.costOf(computation.grossCents + 1)).toBeGreaterThan(budgetCents);
    }),
    { numRuns: 1000 },
  );
});
