import { describe, expect, it } from 'vitest';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import { checkClosedSettings } from './closed-settings.ts';
import { FLAT, makeActivity, makeCooperative, makeRecord } from './rules.test-support.ts';

const OLD = makeCooperative({
  closedThrough: '2025-06',
  benefits: [
    {
      code: 'meals',
      kind: 'mealVouchers',
      label: 'Meals',
      from: '2025-01-01',
      source: 'AG',
      steps: [{ employerCents: 1, employeeCents: 0, grossRatePpm: 0 }],
    },
  ],
});

function judge(change: Partial<CooperativeSettingsBody>): ReturnType<typeof checkClosedSettings> {
  return checkClosedSettings(
    makeRecord('cooperativeSettings', OLD),
    makeRecord('cooperativeSettings', { ...OLD, ...change }),
  );
}

describe('rules and closed months', () => {
  it.each<[string, Partial<CooperativeSettingsBody>, string]>([
    ['a change of a rule that applied', { contributionRules: [{ ...FLAT, ratePpm: 1 }] }, 'flat'],
    ['a removal', { contributionRules: [{ ...FLAT, from: '2026-01-01', version: 'b' }] }, 'flat'],
    ['a rule dated back', { contributionRules: [FLAT, { ...FLAT, version: 'b', from: '2025-06-01' }] }, 'b'],
    ['another fiscal year', { fiscalYearStartMonth: 7 }, 'fiscalYearStartMonth'],
    [
      'employer facts dated back',
      { employerFacts: [{ from: '2025-01-01', headcount: 60, atmpRatePpm: 1 }] },
      '2025-01-01',
    ],
    [
      'a benefit ended in a closed month',
      { benefits: OLD.benefits?.map((b) => ({ ...b, until: '2025-05-31' })) ?? [] },
      'Meals',
    ],
    [
      'a change hidden behind a reopening',
      { closedThrough: '2025-01', contributionRules: [{ ...FLAT, ratePpm: 1 }] },
      'flat',
    ],
  ])('refuses %s', (_, change, name) => {
    expect(judge(change)).toMatchObject({
      error: { code: 'rules.closedMonths', details: { name, month: '2025-06' } },
    });
  });

  it.each<[string, Partial<CooperativeSettingsBody>]>([
    ['a rule from a later date', { contributionRules: [FLAT, { ...FLAT, version: 'b', from: '2025-06-02' }] }],
    ['a benefit ended later', { benefits: OLD.benefits?.map((b) => ({ ...b, until: '2025-12-31' })) ?? [] }],
    ['reopening a month', { closedThrough: '2025-05' }],
    ['January said or unsaid', { fiscalYearStartMonth: 1 }],
  ])('takes %s', (_, change) => {
    expect(judge(change).ok).toBe(true);
  });
});

describe('contracts and closed months', () => {
  const old = makeActivity();
  const judgeContracts = (change: Parameters<typeof makeActivity>[0]): ReturnType<typeof checkClosedSettings> =>
    checkClosedSettings(
      makeRecord('activitySettings', old),
      makeRecord('activitySettings', makeActivity(change)),
      '2025-06',
    );
  const cesa = { ...old.contract, kind: 'cesa' } as const;

  it('refuses another status in a closed month', () => {
    expect(judgeContracts({ contract: cesa })).toMatchObject({
      error: { code: 'contract.closedMonths', details: { month: '2025-06' } },
    });
    const from = { ...cesa, startDate: '2025-06-01' };
    const cape = { ...old.contract, endDate: '2025-05-31' };
    expect(judgeContracts({ contract: from, contracts: [cape, from] }).ok).toBe(false);
  });

  it('takes another status from an open month, and terms that are no status', () => {
    const from = { ...cesa, startDate: '2025-07-01' };
    const cape = { ...old.contract, endDate: '2025-06-30' };
    expect(judgeContracts({ contract: from, contracts: [cape, from] }).ok).toBe(true);
    expect(judgeContracts({ contract: { ...old.contract, weeklyMinutes: 600 } }).ok).toBe(true);
  });
});
