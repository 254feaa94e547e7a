import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { computePayPlan } from './compute-pay-plan.ts';
import { listPayAmounts } from './pay-amounts.ts';
import { plannedMember, planStart, scenarioOf } from './plan.test-support.ts';
import { listPlanWarnings } from './plan-warnings.ts';
import { listYearQuarters } from './retirement-quarters.ts';
import { listPassedThresholds } from './watched-thresholds.ts';

const member = plannedMember();
const start = planStart(member, [], '2026-03-10');
const { versions } = start.context;
const plan = (grossCents: readonly number[]) =>
  unwrap(
    computePayPlan(
      member,
      start,
      scenarioOf(
        '2026-03',
        grossCents.map((payCents) => ({ payCents })),
        { direction: 'gross' },
      ),
    ),
  ).months;

describe('warnings of a plan', () => {
  it('say a negative account, a reserve that is not kept, a pay under the quarter floor', () => {
    const warnings = listPlanWarnings(plan([100_000, 250_000]), 250_000, versions);
    expect(warnings.map(({ kind, month }) => [kind, month])).toEqual([
      ['belowReserve', '2026-03'],
      ['belowQuarter', '2026-03'],
      ['negativeAccount', '2026-04'],
    ]);
  });

  it('say what a threshold costs, just before and just after it', () => {
    // January and February had no pay: the ceilings of three months, and CET of 0.21 % on all of them.
    const jumps = [1_000, -1_000].map((awayCents) =>
      listPlanWarnings(plan([3 * 400_500 + awayCents]), 0, versions).find(({ kind }) => kind === 'costJump'),
    );
    expect(jumps.map((warning) => warning?.kind === 'costJump' && [warning.isPassed, warning.jump.jumpCents])).toEqual([
      [true, 2524],
      [false, 2524],
    ]);
    expect(listPlanWarnings(plan([300_000]), 0, versions).some(({ kind }) => kind === 'costJump')).toBe(false);
  });
});

describe('watched thresholds', () => {
  it('sum pays over months, calendar quarters and years', () => {
    const pays = listPayAmounts([], plan([200_000, 300_000, 300_000]));
    const watched = (['month', 'quarter', 'year'] as const).map((per) => ({
      label: per,
      measure: 'gross' as const,
      per,
      amountCents: 299_999,
    }));
    const passed = listPassedThresholds(watched, pays, '2026-03');
    expect(passed.map(({ period, sumCents }) => [period, sumCents])).toEqual([
      ['2026-04', 300_000],
      ['2026-05', 300_000],
      ['2026-T2', 600_000],
      ['2026', 800_000],
    ]);
    expect(listPassedThresholds(watched, pays, '2026-05').map(({ period }) => period)).toEqual([
      '2026-05',
      '2026-T2',
      '2026',
    ]);
  });
});

describe('retirement quarters of a year', () => {
  it('count 150 hours of the minimum wage of January each', () => {
    const [year] = listYearQuarters(listPayAmounts([], plan([200_000, 200_000])), versions);
    // 150 × 12.02 € = 1,803 €: two quarters, the third at 5,409 €.
    expect(year).toEqual({ year: '2026', grossCents: 400_000, quarters: 2, missingCents: 140_900 });
  });
});
