import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { PayPlanBody } from '../records/pay-plan.ts';
import { changePlan } from './change-plan.ts';
import { scenarioOf } from './plan.test-support.ts';

const scenario = (name: string) => scenarioOf('2026-03', [{ turnoverCents: 1 }, { turnoverCents: 2 }], { name });
const body: PayPlanBody = { scenarios: [scenario('A'), scenario('B')], watched: [] };

describe('changing plans', () => {
  it('changes one figure of one month and nothing else', () => {
    const change = { payCents: 9 };
    const after = unwrap(changePlan(body, { kind: 'month', scenario: 'B', month: '2026-04', change }));
    expect(after.scenarios[0]).toEqual(body.scenarios[0]);
    expect(after.scenarios[1]?.months.map(({ payCents }) => payCents)).toEqual([0, 9]);
  });

  it('adds, renames and removes scenarios by their unique names', () => {
    const added = unwrap(changePlan(body, { kind: 'add', scenario: scenario('C') }));
    const renamed = unwrap(changePlan(added, { kind: 'scenario', scenario: 'C', change: { name: 'D' } }));
    const removed = unwrap(changePlan(renamed, { kind: 'remove', scenario: 'A' }));
    expect(removed.scenarios.map(({ name }) => name)).toEqual(['B', 'D']);
  });

  it.each([
    ['a name that is taken', { kind: 'add', scenario: scenario('A') }, 'plan.nameTaken'],
    ['a rename to a taken one', { kind: 'scenario', scenario: 'A', change: { name: 'B' } }, 'plan.nameTaken'],
    ['no name', { kind: 'add', scenario: scenario(' ') }, 'plan.nameMissing'],
    ['a scenario that is gone', { kind: 'scenario', scenario: 'Z', change: {} }, 'record.notFound'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(changePlan(body, change)).toMatchObject({ ok: false, error: { code } });
  });

  it('watches up to twenty limits', () => {
    const threshold = { measure: 'gross', per: 'month', amountCents: 1 } as const;
    let watched = body;
    for (let index = 0; index < 20; index += 1) {
      watched = unwrap(changePlan(watched, { kind: 'watch', threshold: { ...threshold, label: String(index) } }));
    }
    const more = changePlan(watched, { kind: 'watch', threshold: { ...threshold, label: 'x' } });
    expect(more).toMatchObject({ ok: false, error: { code: 'plan.tooMany' } });
    expect(unwrap(changePlan(watched, { kind: 'unwatch', label: '7' })).watched).toHaveLength(19);
  });
});
