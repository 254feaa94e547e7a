import { expect, it } from 'vitest';
import type { ContributionRule } from '../records/contribution-rule.ts';
import { checkContributionRule } from './check-contribution-rule.ts';
import { checkContributionRules } from './check-contribution-rules.ts';
import { findContributionRule } from './find-contribution-rule.ts';
import { priceForPay } from './price-for-pay.ts';

const flat: ContributionRule = { version: 'r1', from: '2026-01-01', base: 'collected', ratePpm: 100_000, source: 'AG' };
const tiers = [{ upToCents: 1000, ratePpm: 100_000 }, { upToCents: 2000, ratePpm: 50_000 }, { ratePpm: 20_000 }];

it.each<[string, Partial<ContributionRule>, string]>([
  ['no name', { version: ' ' }, 'version'],
  ['tiers without a mode', { tiers }, 'tierMode'],
  [
    'a first tier up to nothing',
    { tiers: [{ upToCents: 0, ratePpm: 1 }, { ratePpm: 1 }], tierMode: 'global' },
    'tiers',
  ],
  ['two tiers up to the same', { tiers: [...tiers.slice(0, 1), ...tiers.slice(0, 1), { ratePpm: 1 }] }, 'tiers'],
  ['a most without a period', { maximumCents: 5 }, 'limitsPer'],
  ['a least without a period', { minimumCents: 5, maximumCents: 5 }, 'limitsPer'],
])('refuses %s', (_, change, field) => {
  expect(checkContributionRule({ ...flat, ...change })).toMatchObject({
    error: { code: 'contribution.invalidRule', details: { field } },
  });
});

it.each<[string, Partial<ContributionRule>]>([
  ['a least that is the most', { minimumCents: 5, maximumCents: 5, limitsPer: 'year' }],
  ['a least alone', { minimumCents: 5, limitsPer: 'month' }],
  ['a most alone', { maximumCents: 5, limitsPer: 'month' }],
  ['tiers', { tiers, tierMode: 'marginal' }],
  ['one tier, open', { tiers: [{ ratePpm: 1 }], tierMode: 'global' }],
])('takes %s', (_, change) => {
  const rule = { ...flat, ...change };
  expect(checkContributionRule(rule)).toEqual({ ok: true, value: rule });
});

it('rules beside each other: each by itself, no name twice', () => {
  const rules = [flat, { ...flat, version: 'r2' }];
  expect(checkContributionRules(rules)).toEqual({ ok: true, value: rules });
  expect(checkContributionRules([...rules, { ...flat, from: '2027-01-01' }])).toMatchObject({
    error: { code: 'rules.sameName', details: { name: 'r1' } },
  });
  expect(checkContributionRules([...rules, { ...flat, version: 'r3', source: '' }])).toMatchObject({
    error: { code: 'contribution.invalidRule', details: { name: 'r3', field: 'source' } },
  });
});

it('the rule in force starts on its day, and of two that start together the last holds', () => {
  const holder = { activityId: 'A1', status: 'cape' as const };
  const rules = [flat, { ...flat, version: 'r2' }, { ...flat, version: 'other', activityIds: ['A2'] }];
  expect(findContributionRule(rules, '2026-01-01', holder)).toMatchObject({ value: { version: 'r2' } });
  expect(findContributionRule(rules, '2025-12-31', holder)).toMatchObject({
    error: { code: 'contribution.noRule', details: { date: '2025-12-31' } },
  });
  // Later, but for nobody in particular: the one for the activity stays.
  const own = { ...flat, version: 'own', activityIds: ['A1'] };
  const later = { ...flat, version: 'later', from: '2026-06-01' };
  expect(findContributionRule([own, later], '2026-07-01', holder)).toMatchObject({ value: { version: 'own' } });
  expect(findContributionRule([later, own], '2026-07-01', holder)).toMatchObject({ value: { version: 'own' } });
});

it.each([
  [
    'nothing to bear, nothing to invoice',
    0,
    (cents: number) => cents / 10,
    { netCents: 0, grossCents: 0, leftCents: 0 },
  ],
  ['less than nothing', -100, () => 0, { netCents: 0, leftCents: 0 }],
  ['nothing but a fee', 0, () => 1200, { netCents: 1200, contributionCents: 1200, leftCents: 0 }],
  ['a cent and a fee of one', 1, () => 1, { netCents: 2, contributionCents: 1, leftCents: 1 }],
  ['a contribution that gives', 100, () => -150, { netCents: 0, contributionCents: -150, leftCents: 150 }],
])('%s', (_, costCents, contributionOf, price) => {
  expect(priceForPay(costCents, 200_000, contributionOf)).toMatchObject(price);
});

it('no price bears a cost of which nothing is ever left', () => {
  expect(priceForPay(1, 0, (cents) => cents)).toBeUndefined();
});
