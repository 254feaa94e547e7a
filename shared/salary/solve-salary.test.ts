import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { prepareSalary } from './compute-from-gross.ts';
import { PARAMETERS_2026_01 } from './parameters-2026.ts';
import type { PayrollParameters } from './payroll-parameters.ts';
import { CONTRACT, prepareContract } from './salary.test-support.ts';
import { solveFromCost } from './solve-from-cost.ts';
import { solveFromNet, solvePreparedFromNet } from './solve-from-net.ts';

describe('solveFromCost', () => {
  it('leaves on the account what a threshold makes impossible to pay out', () => {
    const { computation, residueCents } = unwrap(solveFromCost(CONTRACT, 775_000));
    expect([computation.grossCents, residueCents]).toEqual([546_909, 1408]);
  });

  it('refuses a budget below the cost of a zero gross and accepts that cost', () => {
    expect(solveFromCost(CONTRACT, 1999)).toMatchObject({
      ok: false,
      error: { code: 'salary.budgetTooLow', details: { budgetCents: 1999, minimumCents: 2000 } },
    });
    expect(unwrap(solveFromCost(CONTRACT, 2000)).computation.grossCents).toBe(0);
    const withoutCover = { ...CONTRACT, mutuelleCents: 0 };
    expect(unwrap(solveFromCost(withoutCover, 0)).computation.grossCents).toBe(0);
  });

  it.each([Number.NaN, -1, 1.5, 100_000_001])('refuses a budget of %d', (budgetCents) => {
    expect(solveFromCost(CONTRACT, budgetCents)).toMatchObject({
      error: { code: 'salary.invalidInput', details: { field: 'budgetCents' } },
    });
  });

  it('refuses a month without parameters', () => {
    expect(solveFromCost({ ...CONTRACT, period: '2027-01' }, 300_000)).toMatchObject({
      error: { code: 'salary.noParameters' },
    });
  });
});

describe('solveFromNet', () => {
  it('finds the smallest gross of a net', () => {
    const { computation, isExact, excessCents } = unwrap(solveFromNet(CONTRACT, 195_705));
    // 2,500.00 € gives the same net: three lines round up on its last cent.
    expect([computation.grossCents, isExact, excessCents]).toEqual([249_999, true, 0]);
    expect(prepareContract().netOf(249_998)).toBeLessThan(195_705);
  });

  it('stays below the ceiling for the nets that come again above it', () => {
    const { netOf } = prepareContract();
    const highest = netOf(400_500);
    expect(unwrap(solveFromNet(CONTRACT, highest)).computation.grossCents).toBeLessThanOrEqual(400_500);
    const next = unwrap(solveFromNet(CONTRACT, highest + 1)).computation;
    expect(next.grossCents).toBeGreaterThan(400_500 + 560);
    expect(next.totals.netBeforeTaxCents).toBe(highest + 1);
  });

  it('says when the exact net does not exist', () => {
    // No rule of today makes a contribution fall; one whose rate is higher under a minimum wage would.
    const falling: PayrollParameters = {
      ...PARAMETERS_2026_01,
      contributions: PARAMETERS_2026_01.contributions.map((contribution) =>
        contribution.side === 'employee' && contribution.code === 'uncappedOldAge'
          ? { ...contribution, reduced: { ...contribution, rateE7: 140_000, belowMinimumWagePercent: 100 } }
          : contribution,
      ),
    };
    const prepared = unwrap(prepareSalary(CONTRACT, [falling]));
    const below = prepared.netOf(182_303);
    const { computation, isExact, excessCents } = unwrap(solvePreparedFromNet(prepared, below + 10));
    expect(computation.grossCents).toBe(182_304);
    expect(isExact).toBe(false);
    expect(excessCents).toBe(prepared.netOf(182_304) - below - 10);
    expect(excessCents).toBeGreaterThan(1000);
  });

  it('refuses absurd nets and nets beyond a million of gross', () => {
    for (const netCents of [Number.NaN, -1, 100_000_001, 99_000_000]) {
      expect(solveFromNet(CONTRACT, netCents)).toMatchObject({
        error: { code: 'salary.invalidInput', details: { field: 'netCents' } },
      });
    }
  });
});
