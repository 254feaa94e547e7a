import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { checkPresentRule, nextJanuary } from './check-present-rule.ts';
import { makeCooperative, makeSettings } from './rules.test-support.ts';

/** The employer's facts, written on a day. */
function factsOn(day: string, presentRuleFrom?: string): RecordOf<'employerFacts'> {
  const records = makeSettings(makeCooperative({ ...(presentRuleFrom !== undefined && { presentRuleFrom }) }));
  const found = records.find(({ type }) => type === 'employerFacts');
  if (found === undefined) throw new Error('no facts');
  return { ...(found as RecordOf<'employerFacts'>), updatedAt: `${day}T10:00:00.000Z` };
}

describe('the January from which pays follow the present rule', () => {
  it('is the next one, chosen once', () => {
    expect(nextJanuary('2026-11-30')).toBe('2027-01');
    expect(checkPresentRule(undefined, factsOn('2026-11-30')).ok).toBe(true);
    expect(checkPresentRule(factsOn('2026-11-30'), factsOn('2026-11-30', '2027-01')).ok).toBe(true);
    expect(checkPresentRule(undefined, factsOn('2026-11-30', '2027-01')).ok).toBe(true);
  });

  it('is no other, and stays', () => {
    const chosen = factsOn('2026-11-30', '2027-01');
    const refused = { error: { code: 'rules.presentRule', details: { month: '2027-01' } } };
    for (const month of ['2026-01', '2028-01']) {
      expect(checkPresentRule(factsOn('2026-11-30'), factsOn('2026-11-30', month))).toMatchObject(refused);
    }
    expect(checkPresentRule(chosen, factsOn('2027-05-01'))).toMatchObject(refused);
    expect(checkPresentRule(chosen, factsOn('2027-05-01', '2028-01'))).toMatchObject(refused);
    expect(checkPresentRule(chosen, factsOn('2027-05-01', '2027-01')).ok).toBe(true);
  });
});
