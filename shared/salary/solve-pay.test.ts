import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { prepareContract } from './salary.test-support.ts';
import { amountIn, solvePay } from './solve-pay.ts';

const prepared = prepareContract();

describe('three directions', () => {
  it('agree: changing the direction keeps the cost within a cent-level step of the same pay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 900_000 }), (grossCents) => {
        const { computation } = unwrap(solvePay(prepared, 'gross', grossCents));
        const fromCost = unwrap(solvePay(prepared, 'cost', amountIn('cost', computation)));
        expect(fromCost.isExact).toBe(true);
        expect(fromCost.computation.totals.totalCostCents).toBe(computation.totals.totalCostCents);
        const fromNet = unwrap(solvePay(prepared, 'net', amountIn('net', computation)));
        expect(fromNet.computation.totals.netBeforeTaxCents).toBe(computation.totals.netBeforeTaxCents);
        expect(fromNet.computation.grossCents).toBeLessThanOrEqual(grossCents);
      }),
    );
  });

  it('says when a budget is too small', () => {
    expect(solvePay(prepared, 'cost', 100)).toMatchObject({ ok: false, error: { code: 'salary.budgetTooLow' } });
  });
});
