import { describe, expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { plannedMember, planStart, scenarioOf } from './plan.test-support.ts';
import { alignScenario, draftScenario, firstPlannedMonth } from './plan-scenario.ts';

const context = sampleContext();
const entries = [
  sampleEntry(context, { date: '2026-01-12', amountCents: 300_000 }),
  sampleEntry(context, { date: '2026-02-12', amountCents: -40_000, category: 'purchase' }),
  sampleEntry(context, { date: '2026-03-05', amountCents: 50_000 }),
];

describe('scenario', () => {
  it('starts from the average of the months before, less what the running month brought', () => {
    const { account } = planStart(plannedMember(), entries, '2026-03-10');
    const { months } = draftScenario('A', account, '2026-03', true);
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ month: '2026-03', turnoverCents: 100_000, chargesCents: 20_000 });
    expect(months[1]).toMatchObject({ month: '2026-04', turnoverCents: 150_000, chargesCents: 20_000 });
    // January of the next year is like the last one.
    expect(months[10]).toMatchObject({ month: '2027-01', turnoverCents: 300_000, chargesCents: 0 });
  });

  it('moves on with time and keeps what was written', () => {
    const scenario = scenarioOf('2026-01', [{ turnoverCents: 1 }, { turnoverCents: 2 }, { turnoverCents: 3 }]);
    const months = alignScenario(scenario, '2026-02').months.map(({ month, turnoverCents }) => [month, turnoverCents]);
    expect(months.slice(0, 3)).toEqual([
      ['2026-02', 2],
      ['2026-03', 3],
      ['2026-04', 3],
    ]);
    expect(months.at(-1)).toEqual(['2027-01', 1]);
  });

  it('starts after the last month that was asked for', () => {
    const statement = { status: 'requested', body: { input: { period: '2026-03' } } };
    const statements = [statement, { ...statement, status: 'cancelled', body: { input: { period: '2026-04' } } }];
    expect(firstPlannedMonth({ asOf: '2026-03-20' }, { statements: [] })).toBe('2026-03');
    expect(firstPlannedMonth({ asOf: '2026-03-20' }, { statements: statements as never })).toBe('2026-04');
  });
});
