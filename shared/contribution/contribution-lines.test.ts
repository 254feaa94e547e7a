import { describe, expect, it } from 'vitest';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { ContributionSums } from './compute-contribution.ts';
import { computeContribution } from './compute-contribution.ts';
import { emptyContributionYear } from './contribution-year.ts';
import { limitParts } from './limit-parts.ts';
import { tierParts } from './tier-parts.ts';

const flat: ContributionRule = { version: 'r1', from: '2026-01-01', base: 'collected', ratePpm: 100_000, source: 'AG' };
const tiered: ContributionRule = {
  ...flat,
  tiers: [{ upToCents: 1000, ratePpm: 100_000 }, { upToCents: 3000, ratePpm: 50_000 }, { ratePpm: 20_000 }],
  tierMode: 'marginal',
};
const global: ContributionRule = { ...tiered, tierMode: 'global' };
const none: ContributionSums = {
  ...{ collectedCents: 0, invoicedCents: 0, internalCollectedCents: 0, internalInvoicedCents: 0 },
  ...{ purchasesCents: 0, flaggedCents: 0, flaggedPurchasesCents: 0 },
};
const start = emptyContributionYear('r1');

it('names month, rule and base, and carries every sum into the year', () => {
  const rule = {
    ...flat,
    internalRatePpm: 40_000,
    maximumCents: 900,
    limitsPer: 'month' as const,
    monthlyFeeCents: 50,
  };
  const sums = { ...none, collectedCents: 10_000, internalCollectedCents: 2000 };
  const before = { ruleVersion: 'r1', baseCents: 1, unlimitedCents: 10, limitedCents: 100, onBaseCents: 1000 };
  expect(computeContribution(rule, '2026-02', sums, before)).toEqual({
    contribution: {
      ...{ month: '2026-02', ruleVersion: 'r1', ruleFrom: '2026-01-01', source: 'AG', base: 'collected' },
      lines: [
        { code: 'rate', baseCents: 8000, ratePpm: 100_000, amountCents: 800 },
        { code: 'internal', baseCents: 2000, ratePpm: 40_000, amountCents: 80 },
        { code: 'fee', baseCents: 0, ratePpm: 0, amountCents: 50 },
      ],
      amountCents: 930,
    },
    year: { ruleVersion: 'r1', baseCents: 8001, unlimitedCents: 890, limitedCents: 980, onBaseCents: 1800 },
  });
});

it('of what is invoiced, internal invoices count when they are invoiced', () => {
  const rule: ContributionRule = { ...flat, base: 'invoiced', internalRatePpm: 0 };
  const sums = { ...none, invoicedCents: 5000, internalInvoicedCents: 2000, internalCollectedCents: 700 };
  expect(computeContribution(rule, '2026-01', sums).contribution.lines).toEqual([
    { code: 'rate', baseCents: 3000, ratePpm: 100_000, amountCents: 300 },
    { code: 'internal', baseCents: 2000, ratePpm: 0, amountCents: 0 },
  ]);
});

it('the monthly fee has its own words, when it has some', () => {
  const rule = { ...flat, monthlyFeeCents: 50, monthlyFeeLabel: 'Assurance' };
  expect(computeContribution(rule, '2026-01', none).contribution.lines).toContainEqual({
    ...{ code: 'fee', label: 'Assurance', baseCents: 0, ratePpm: 0, amountCents: 50 },
  });
});

it('purchases and flagged charges leave only the bases they belong to', () => {
  const sums = { ...none, collectedCents: 1000, purchasesCents: 300, flaggedCents: 200, flaggedPurchasesCents: 50 };
  const baseOf = (change: Partial<ContributionRule>) =>
    computeContribution({ ...flat, ...change }, '2026-01', sums).contribution.lines[0]?.baseCents;
  expect(baseOf({})).toBe(1000);
  expect(baseOf({ givesBackFlaggedPurchases: true })).toBe(800);
  expect(baseOf({ base: 'grossMargin' })).toBe(700);
  expect(baseOf({ base: 'grossMargin', givesBackFlaggedPurchases: true })).toBe(550);
});

describe('tiers', () => {
  const tier = (baseCents: number, ratePpm: number, amountCents: number) => ({
    ...{ code: 'tier', baseCents, ratePpm, amountCents },
  });

  it.each([
    ['up to the very edge of the first', 0, 1000, [tier(1000, 100_000, 100)]],
    ['across all of them', 500, 3000, [tier(500, 100_000, 50), tier(2000, 50_000, 100), tier(500, 20_000, 10)]],
    ['from the edge of the second', 3000, 100, [tier(100, 20_000, 2)]],
    ['back from the second to the first', 1500, -1000, [tier(-500, 100_000, -50), tier(-500, 50_000, -25)]],
    ['below zero, where the first one holds', 0, -700, [tier(-700, 100_000, -70)]],
    ['nothing', 500, 0, []],
  ])('%s', (_, beforeCents, baseCents, lines) => {
    expect(tierParts(tiered, baseCents, { ...start, baseCents: beforeCents })).toEqual(lines);
  });

  it.each([
    ['at the edge of the first', 1000, 100_000, 100],
    ['a cent above', 1001, 50_000, 50],
    ['at the edge of the second', 3000, 50_000, 150],
    ['beyond', 3001, 20_000, 60],
    ['below zero', -100, 100_000, -10],
  ])('the whole year at one rate: %s', (_, yearCents, ratePpm, dueCents) => {
    const year = { ...start, baseCents: 400, onBaseCents: 40 };
    expect(tierParts(global, yearCents - 400, year)).toEqual([
      { code: 'global', baseCents: yearCents, ratePpm, alreadyCents: 40, amountCents: dueCents - 40 },
    ]);
  });
});

describe('limits', () => {
  const year = { ...start, unlimitedCents: 700, limitedCents: 600 };
  const limits = (change: Partial<ContributionRule>, monthCents: number, isYearEnd = false) =>
    limitParts({ ...flat, ...change }, monthCents, year, isYearEnd).map(({ code, amountCents }) => [code, amountCents]);

  it('of the month look at the month alone', () => {
    const rule = { minimumCents: 100, maximumCents: 200, limitsPer: 'month' } as const;
    expect([99, 100, 200, 201].map((monthCents) => limits(rule, monthCents))).toEqual([
      [['minimum', 1]],
      [],
      [],
      [['maximum', -1]],
    ]);
    expect(limits({ ...rule }, 0, true)).toEqual([['minimum', 100]]);
  });

  it('of the year look at the months before as well', () => {
    const rule = { minimumCents: 900, maximumCents: 1000, limitsPer: 'year' } as const;
    // 700 due before, of which 600 was taken: 100 is still owed by the year.
    expect(limits(rule, 150)).toEqual([['minimum', 100]]);
    expect(limits(rule, 400)).toEqual([]);
    expect(limits(rule, 500)).toEqual([['maximum', -100]]);
    expect(limits(rule, 50, true)).toEqual([['minimum', 250]]);
  });

  it('none, no line', () => {
    expect(limits({}, 500)).toEqual([]);
  });
});

describe('what a rule does not say', () => {
  const sums = { ...none, collectedCents: 1000, internalCollectedCents: 400 };

  it('without a rate of their own internal invoices count as all others', () => {
    expect(computeContribution(flat, '2026-01', sums).contribution.lines).toEqual([
      { code: 'rate', baseCents: 1000, ratePpm: 100_000, amountCents: 100 },
    ]);
  });

  it('with one, there is no line where there are no internal invoices', () => {
    const { lines } = computeContribution({ ...flat, internalRatePpm: 40_000 }, '2026-01', { ...none }).contribution;
    expect(lines.map(({ code }) => code)).toEqual(['rate']);
  });

  it('no year ends unless it is said', () => {
    const rule = { ...flat, minimumCents: 5000, limitsPer: 'year' as const };
    expect(computeContribution(rule, '2026-01', none).contribution.amountCents).toBe(0);
  });

  it('a fee without words has none', () => {
    const [, fee] = computeContribution({ ...flat, monthlyFeeCents: 50 }, '2026-01', none).contribution.lines;
    expect(fee).not.toHaveProperty('label');
  });
});
