import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContributionRule } from '../records/contribution-rule.ts';
import { checkContributionRule } from './check-contribution-rule.ts';
import type { ContributionSums } from './compute-contribution.ts';
import type { ContributionYear } from './contribution-year.ts';
import { computeContribution } from './compute-contribution.ts';
import { findContributionRule } from './find-contribution-rule.ts';
import { priceForPay } from './price-for-pay.ts';

const flat: ContributionRule = { version: 'r1', from: '2026-01-01', base: 'collected', ratePpm: 105_000, source: 'AG' };
/** 10 / 8 / 6 % with limits at 35,000 and 45,000 € a year, as seen in the field. */
const tiers: ContributionRule = {
  ...flat,
  tiers: [{ upToCents: 3_500_000, ratePpm: 100_000 }, { upToCents: 4_500_000, ratePpm: 80_000 }, { ratePpm: 60_000 }],
  tierMode: 'marginal',
};
const none: ContributionSums = {
  collectedCents: 0,
  invoicedCents: 0,
  internalCollectedCents: 0,
  internalInvoicedCents: 0,
  purchasesCents: 0,
  flaggedCents: 0,
  flaggedPurchasesCents: 0,
};

/** The contributions of months one after the other, the last one ending the fiscal year when asked. */
function year(rule: ContributionRule, months: readonly Partial<ContributionSums>[], endsYear = false): number[] {
  let before: ContributionYear | undefined;
  return months.map((sums, index) => {
    const isEnd = endsYear && index === months.length - 1;
    const step = computeContribution(rule, '2026-01', { ...none, ...sums }, before, isEnd);
    before = step.year;
    const { lines, amountCents } = step.contribution;
    expect(amountCents).toBe(lines.reduce((sum, line) => sum + line.amountCents, 0));
    return amountCents;
  });
}

describe('contribution of a month', () => {
  it.each([
    ['collected', 12_345, 1_296], // 1,296.225
    ['a half cent up', 10, 1], // 1.05
    ['a refund', -12_345, -1_296],
  ])('takes a flat rate of %s', (_name, collectedCents, amountCents) => {
    expect(year(flat, [{ collectedCents }])).toEqual([amountCents]);
  });

  it('takes the base the rule names', () => {
    const sums = { collectedCents: 100_000, invoicedCents: 200_000, purchasesCents: 30_000 };
    expect(year({ ...flat, base: 'invoiced' }, [sums])).toEqual([21_000]);
    expect(year({ ...flat, base: 'grossMargin', ratePpm: 115_000 }, [sums])).toEqual([8_050]);
  });

  it('gives the rate back on flagged purchases, once', () => {
    const sums = {
      collectedCents: 100_000,
      purchasesCents: 20_000,
      flaggedCents: 30_000,
      flaggedPurchasesCents: 20_000,
    };
    expect(year(flat, [sums])).toEqual([10_500]);
    expect(year({ ...flat, givesBackFlaggedPurchases: true }, [sums])).toEqual([7_350]);
    // 100,000 − 20,000 purchases − 10,000 flagged that are no purchases.
    expect(year({ ...flat, base: 'grossMargin', givesBackFlaggedPurchases: true }, [sums])).toEqual([7_350]);
  });

  it('takes internal invoices at their own rate', () => {
    const sums = { collectedCents: 100_000, internalCollectedCents: 40_000 };
    expect(year({ ...flat, internalRatePpm: 40_000 }, [sums])).toEqual([6_300 + 1_600]);
  });

  it('adds the flat monthly fee beside the limits', () => {
    const rule = { ...flat, monthlyFeeCents: 1_200, maximumCents: 5_000, limitsPer: 'month' } as const;
    expect(year(rule, [{ collectedCents: 100_000 }])).toEqual([6_200]);
    expect(year({ ...rule, minimumCents: 4_000 }, [{ collectedCents: 10_000 }])).toEqual([5_200]);
  });

  it('takes each slice of the year at its own rate', () => {
    // 30,000 at 10 %; 5,000 at 10 % + 5,000 at 8 %; 5,000 at 8 % + 10,000 at 6 %.
    const months = [3_000_000, 1_000_000, 1_500_000].map((collectedCents) => ({ collectedCents }));
    expect(year(tiers, months)).toEqual([300_000, 90_000, 100_000]);
  });

  it('takes the whole year at the rate of the tier reached', () => {
    const months = [3_000_000, 1_000_000, 1_500_000].map((collectedCents) => ({ collectedCents }));
    // 10 % of 30,000; 8 % of 40,000 − 3,000; 6 % of 55,000 − 3,200.
    expect(year({ ...tiers, tierMode: 'global' }, months)).toEqual([300_000, 20_000, 10_000]);
  });

  it('keeps the yearly limits', () => {
    const most = { ...flat, ratePpm: 100_000, maximumCents: 25_000, limitsPer: 'year' } as const;
    const months = [100_000, 200_000, 100_000, -250_000].map((collectedCents) => ({ collectedCents }));
    // 10,000; 15,000 left; nothing; 15,000 is due of 40,000 − 25,000.
    expect(year(most, months)).toEqual([10_000, 15_000, 0, -10_000]);
    const least = { ...flat, ratePpm: 100_000, minimumCents: 50_000, limitsPer: 'year' } as const;
    expect(year(least, months, true)).toEqual([10_000, 20_000, 10_000, 10_000]);
  });

  it('starts anew when the rule changes', () => {
    const { year: before } = computeContribution(tiers, '2026-01', { ...none, collectedCents: 4_000_000 });
    const next = computeContribution(
      { ...tiers, version: 'r2' },
      '2026-02',
      { ...none, collectedCents: 100_000 },
      before,
    );
    expect(next.contribution.amountCents).toBe(10_000);
  });

  it('comes to the same over a year however the months are cut, within a cent a line', () => {
    const anyMonths = fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        anyMonths,
        fc.constantFrom(flat, tiers, { ...tiers, tierMode: 'global' as const }),
        (amounts, rule) => {
          const total = amounts.reduce((sum, amount) => sum + amount, 0);
          const [whole = 0] = year(rule, [{ collectedCents: total }]);
          const parts = year(
            rule,
            amounts.map((collectedCents) => ({ collectedCents })),
          );
          const difference = Math.abs(whole - parts.reduce((sum, amount) => sum + amount, 0));
          expect(difference).toBeLessThanOrEqual(amounts.length * 2);
        },
      ),
    );
  });
});

describe('rules', () => {
  it('prefers one for the activity, then one for the status, then the latest', () => {
    const older = { ...flat, version: 'old', from: '2020-01-01' };
    const ofStatus = { ...flat, version: 'status', from: '2020-01-01', statuses: ['cape' as const] };
    const ofActivity = { ...flat, version: 'activity', from: '2020-01-01', activityIds: ['A1'] };
    const rules = [flat, older, ofStatus, ofActivity];
    const found = (activityId: string, status: 'cape' | 'cesa', date = '2026-03-01') => {
      const rule = findContributionRule(rules, date, { activityId, status });
      return rule.ok ? rule.value.version : rule.error.code;
    };
    expect(found('A1', 'cape')).toBe('activity');
    expect(found('A2', 'cape')).toBe('status');
    expect(found('A2', 'cesa')).toBe('r1');
    expect(found('A2', 'cesa', '2025-03-01')).toBe('old');
    expect(found('A2', 'cesa', '2019-03-01')).toBe('contribution.noRule');
  });

  it.each([
    [
      'tiers that fall',
      { ...tiers, tiers: [{ upToCents: 2, ratePpm: 1 }, { upToCents: 1, ratePpm: 1 }, { ratePpm: 1 }] },
      'tiers',
    ],
    ['an open tier in the middle', { ...tiers, tiers: [{ ratePpm: 1 }, { ratePpm: 1 }] }, 'tiers'],
    ['a closed last tier', { ...tiers, tiers: [{ upToCents: 2, ratePpm: 1 }] }, 'tiers'],
    [
      'a minimum above the maximum',
      { ...flat, minimumCents: 2, maximumCents: 1, limitsPer: 'year' as const },
      'maximumCents',
    ],
    ['limits without a period', { ...flat, minimumCents: 2 }, 'limitsPer'],
    ['no source', { ...flat, source: ' ' }, 'source'],
  ])('refuses %s', (_name, rule, field) => {
    expect(checkContributionRule(rule)).toMatchObject({
      error: { code: 'contribution.invalidRule', details: { field } },
    });
    expect(checkContributionRule(tiers).ok).toBe(true);
  });
});

describe('what to invoice', () => {
  const on = (rule: ContributionRule) => (netCents: number) =>
    computeContribution(rule, '2026-01', { ...none, collectedCents: netCents }).contribution.amountCents;

  it('finds the smallest price that leaves the cost, with its VAT', () => {
    // 2,345.67 ÷ 0.895 = 2,620.86…
    expect(priceForPay(234_567, 200_000, on(flat))).toEqual({
      netCents: 262_086,
      contributionCents: 27_519,
      vatCents: 52_417,
      grossCents: 314_503,
      leftCents: 234_567,
    });
  });

  it('is the smallest one, whatever the rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8_000_000 }), fc.constantFrom(flat, tiers), (costCents, rule) => {
        const price = priceForPay(costCents, 0, on(rule));
        if (price === undefined) throw new Error('no price');
        expect(price.leftCents).toBeGreaterThanOrEqual(costCents);
        expect(price.netCents - 1 - on(rule)(price.netCents - 1)).toBeLessThan(costCents);
      }),
    );
  });

  it('says when the contribution takes everything', () => {
    expect(priceForPay(1, 0, on({ ...flat, ratePpm: 1_000_000 }))).toBeUndefined();
  });
});
