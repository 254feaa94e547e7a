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

  it('start from the gross as it is asked, and find it back in a pay', () => {
    const { computation, isExact } = unwrap(solvePay(prepared, 'gross', 200_000));
    expect([computation.grossCents, isExact]).toEqual([200_000, true]);
    expect(amountIn('gross', computation)).toBe(200_000);
    expect(amountIn('net', computation)).toBe(computation.totals.netBeforeTaxCents);
    expect(amountIn('cost', computation)).toBe(computation.totals.totalCostCents);
    expect(solvePay(prepared, 'gross', -1)).toMatchObject({ error: { details: { field: 'grossCents' } } });
  });

  it('say when no gross costs exactly what there is: the largest that does not cost more is given', () => {
    const costs = Array.from({ length: 6 }, (_, more) => 300_000 + more);
    const solved = costs.map((budget) => unwrap(solvePay(prepared, 'cost', budget)));
    expect(solved.map(({ isExact }) => isExact)).toEqual(
      solved.map(({ computation }, index) => computation.totals.totalCostCents === costs[index]),
    );
    expect(new Set(solved.map(({ isExact }) => isExact)).size).toBe(2);
  });

  it('says when a budget is too small', () => {
    expect(solvePay(prepared, 'cost', 100)).toMatchObject({ ok: false, error: { code: 'salary.budgetTooLow' } });
  });
});
