import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { prepareSalary } from './compute-from-gross.ts';
import { listCostStretches } from './cost-shape.ts';
import type { SalaryInput } from './salary-input.ts';
import { CONTRACT } from './salary.test-support.ts';
import { solveFromCost } from './solve-from-cost.ts';
import { monthsOf, payYear, repeat } from './year.test-support.ts';

describe('a budget under CESA, where the cost may fall when the gross rises', () => {
  // Six months of 6,000 €: the year is beyond three minimum wages, which follow the pay of a seventh month.
  const { year } = payYear(monthsOf({ ...CONTRACT, workingTime: { kind: 'none' } }, repeat(6, 600_000)));
  const input: SalaryInput = {
    ...CONTRACT,
    workingTime: { kind: 'none' },
    period: '2026-07',
    ...(year && { yearSoFar: year }),
  };
  const prepared = unwrap(prepareSalary(input));
  const { costOf } = prepared;

  it('gains the reduction of the whole year at one cent of gross', () => {
    const [, gained] = listCostStretches(prepared);
    const at = gained?.first ?? 0;
    expect(costOf(at - 1) - costOf(at)).toBeGreaterThan(70_000);
  });

  it('finds the largest gross within any budget, as trying every gross does', () => {
    const costs = Array.from({ length: 260_000 }, (_, grossCents) => costOf(grossCents));
    for (let budgetCents = 20_000; budgetCents < 330_000; budgetCents += 1_237) {
      const expected = costs.findLastIndex((cost) => cost <= budgetCents);
      const solved = solveFromCost(input, budgetCents);
      if (expected === -1) expect(solved).toMatchObject({ error: { code: 'salary.budgetTooLow' } });
      else expect(unwrap(solved).computation.grossCents).toBe(expected);
    }
  });
});
