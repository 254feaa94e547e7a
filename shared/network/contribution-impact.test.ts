import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import { contributionOfYear, rulesWithDraft, sumContributionImpacts } from './contribution-impact.ts';
import { FLAT, makeActivity, makeRecord } from '../cooperative/rules.test-support.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';

const SETTINGS = makeRecord('activitySettings', makeActivity()) as RecordOf<'activitySettings'>;

function sale(date: string, netCents: number): AnyRecord {
  return {
    ...SETTINGS,
    id: `ledgerEntry:${date}`,
    type: 'ledgerEntry',
    date,
    body: { label: 'x', category: 'sale', amountCents: netCents, vatCents: 0, vatRatePpm: 0, currency: 'EUR' },
  };
}

const BOOK = [SETTINGS, sale('2025-02-01', 100_000), sale('2026-01-10', 200_000), sale('2026-04-10', 300_000)];

function yearUnder(rules: ContributionRule[]): number {
  return unwrap(contributionOfYear(SETTINGS, { contributionRules: rules }, BOOK, '2026-05-20'));
}

describe('the contribution of the running fiscal year', () => {
  it('counts the months of the fiscal year alone', () => {
    expect(yearUnder([FLAT])).toBe(50_000);
    const terms = { contributionRules: [FLAT], fiscalYearStartMonth: 4 };
    expect(unwrap(contributionOfYear(SETTINGS, terms, BOOK, '2026-05-20'))).toBe(30_000);
  });

  it('counts a draft in force from its date, in the place of the old rule', () => {
    const draft = { ...FLAT, version: 'b', ratePpm: 200_000, from: '2026-03-01' };
    const added = rulesWithDraft({ contributionRules: [FLAT] }, undefined, draft, '2026-05-20');
    expect(yearUnder(added)).toBe(20_000 + 60_000);
    const changed = rulesWithDraft({ contributionRules: [FLAT] }, FLAT, { ...FLAT, ratePpm: 0 }, '2026-05-20');
    expect(yearUnder(changed)).toBe(0);
  });

  it('counts a draft of the future as if the whole year were under it, before rules that started within the year', () => {
    const march = { ...FLAT, version: 'march', from: '2026-03-01', ratePpm: 300_000 };
    const draft = { ...FLAT, version: 'b', ratePpm: 200_000, from: '2027-01-01' };
    const rules = rulesWithDraft({ contributionRules: [FLAT, march] }, undefined, draft, '2026-05-20');
    expect(yearUnder(rules)).toBe(100_000);
  });

  it('sums by currency', () => {
    const one = { activityId: 'A', currency: 'EUR', beforeCents: 1, afterCents: 3 };
    expect(sumContributionImpacts([one, { ...one, activityId: 'B' }, { ...one, currency: 'MGA' }])).toEqual([
      { currency: 'EUR', beforeCents: 2, afterCents: 6 },
      { currency: 'MGA', beforeCents: 1, afterCents: 3 },
    ]);
  });
});
