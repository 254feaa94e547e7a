import { describe, expect, it } from 'vitest';
import type { ContributionRule } from '../records/contribution-rule.ts';
import { emptyContributionYear } from '../contribution/contribution-year.ts';
import { unwrap } from '../core/result.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { advancedExpensesSince } from './advanced-expenses.ts';
import {
  addTurnover,
  contributeMonth,
  contributionOnMore,
  contributionSums,
  contributionWithMore,
} from './contribution-run.ts';
import { toSearchText } from './ledger-filter.ts';
import { emptyMonthSum, sumByMonth } from './month-sums.ts';
import type { Movement } from './movement.ts';

const move = (date: string, change: Partial<Movement> = {}): Movement => ({
  ...{ recordId: 'r', date, kind: 'collected', amountCents: 10 },
  ...change,
});

describe('the movements of a month', () => {
  it('are added by kind, those of the first and of the last day too', () => {
    const sums = sumByMonth(
      [
        move('2026-01-14', { amountCents: 1000 }),
        move('2026-01-15'),
        move('2026-01-31', { kind: 'charge', amountCents: -3 }),
        move('2026-02-01', { kind: 'pay', amountCents: -5 }),
        move('2026-02-28', { kind: 'otherIncome', amountCents: 7 }),
        move('2026-03-01', { amountCents: 1000 }),
      ],
      '2026-01-15',
      '2026-02-28',
    );
    expect([...sums]).toEqual([
      ['2026-01', { ...emptyMonthSum(), collected: 10, charge: -3 }],
      ['2026-02', { ...emptyMonthSum(), pay: -5, otherIncome: 7 }],
    ]);
  });

  it.each<[string, Partial<Movement>, object]>([
    ['collected inside', { isInternal: true }, { collected: 10, internalCollected: 10 }],
    ['invoiced inside', { kind: 'invoiced', isInternal: true }, { invoiced: 10, internalInvoiced: 10 }],
    ['a purchase', { kind: 'charge', isPurchase: true }, { charge: 10, purchases: 10 }],
    ['a flagged charge', { kind: 'charge', givesBack: true }, { charge: 10, flagged: 10 }],
    [
      'a flagged purchase',
      { kind: 'charge', isPurchase: true, givesBack: true },
      { charge: 10, purchases: 10, flagged: 10, flaggedPurchases: 10 },
    ],
    ['no mark at all', { isInternal: false, isPurchase: false, givesBack: false }, { collected: 10 }],
  ])('count where they are marked: %s', (_, change, sums) => {
    const [found] = sumByMonth([move('2026-01-01', change)], '2026-01-01', '2026-01-31').values();
    expect(found).toEqual({ ...emptyMonthSum(), ...sums });
  });

  it('reach the contribution with purchases above nought', () => {
    const sum = { ...emptyMonthSum(), collected: 1, invoiced: 2, internalCollected: 3, internalInvoiced: 4 };
    expect(contributionSums({ ...sum, purchases: -5, flagged: -6, flaggedPurchases: -7 })).toEqual({
      ...{ collectedCents: 1, invoicedCents: 2, internalCollectedCents: 3, internalInvoicedCents: 4 },
      ...{ purchasesCents: 5, flaggedCents: 6, flaggedPurchasesCents: 7 },
    });
    expect(Object.values(contributionSums(sum)).some((cents) => Object.is(cents, -0))).toBe(false);
  });
});

describe('a contribution that runs through the fiscal year', () => {
  const rule: ContributionRule = {
    ...{ version: 'r1', from: '2020-01-01', base: 'collected', ratePpm: 100_000, source: 'AG' },
    ...{ maximumCents: 1000, minimumCents: 500, limitsPer: 'year' },
  };
  const member = {
    activityId: 'A1',
    contract: { kind: 'cape' as const, startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false },
  };
  const sums = (collectedCents: number) => contributionSums({ ...emptyMonthSum(), collected: collectedCents });
  const before = { ...emptyContributionYear('r1'), unlimitedCents: 900, limitedCents: 900 };
  const run = (month: string, cents: number, year = before, start: number | null = 7) =>
    unwrap(
      contributeMonth(
        member,
        { contributionRules: [rule], ...(start === null ? {} : { fiscalYearStartMonth: start }) },
        month,
        sums(cents),
        year,
      ),
    );

  it('goes on from the months before, and starts anew with the year or with another rule', () => {
    expect(run('2026-06', 5000)).toMatchObject({ before, isYearEnd: true, rule, contribution: { amountCents: 100 } });
    expect(run('2026-05', 5000)).toMatchObject({ before, isYearEnd: false });
    expect(run('2026-07', 5000)).toMatchObject({ before: emptyContributionYear('r1'), isYearEnd: false });
    expect(run('2026-05', 5000, { ...before, ruleVersion: 'r0' }).before).toEqual(emptyContributionYear('r1'));
  });

  it('of a year that starts in January when nobody says', () => {
    expect(run('2026-01', 0, before, null).before).toEqual(emptyContributionYear('r1'));
    expect(run('2026-12', 0, before, null).isYearEnd).toBe(true);
    expect(run('2026-06', 0, before, null).isYearEnd).toBe(false);
  });

  it('makes up the least in the last month', () => {
    expect(run('2026-06', 0, emptyContributionYear('r1')).contribution.amountCents).toBe(500);
    expect(run('2026-05', 0, emptyContributionYear('r1')).contribution.amountCents).toBe(0);
  });

  it('says what more turnover would add, up to the most', () => {
    const running = run('2026-05', 300);
    expect(running.contribution.amountCents).toBe(30);
    expect(contributionOnMore(running, 200)).toBe(20);
    expect(contributionOnMore(running, 100_000)).toBe(70);
    expect(contributionWithMore(running, 200)).toMatchObject({ month: '2026-05', amountCents: 50 });
    expect(addTurnover(sums(300), 200)).toEqual({ ...sums(500), invoicedCents: 200 });
  });

  it('has no rule before the first', () => {
    expect(contributeMonth(member, { contributionRules: [rule] }, '2019-12', sums(1), undefined)).toMatchObject({
      error: { code: 'contribution.noRule', details: { date: '2019-12-01' } },
    });
  });
});

it('what a member paid and gets back counts from a day on, once, and not what the cooperative paid', () => {
  const context = sampleContext();
  const expense = (date: string, amountCents: number, paidBy = 'member', status = 'active') => {
    const entry = sampleEntry(context, { date, amountCents });
    return { ...entry, type: 'expense', status, body: { ...entry.body, paidBy } };
  };
  const records = [
    expense('2026-02-28', 1),
    expense('2026-03-01', 10),
    expense('2026-03-02', 100, 'cooperative'),
    expense('2026-03-02', 1000, 'member', 'voided'),
    expense('2026-04-02', 10_000),
    sampleEntry(context, { date: '2026-03-02', amountCents: 100_000 }),
  ];
  expect(advancedExpensesSince(records, '2026-03-01')).toBe(10_010);
});

it.each([
  ['  Marché\u00a0de  Noël\n', 'marche de noel'],
  ['ŒUVRE', 'oeuvre'],
  ['Ægir cœur', 'aegir coeur'],
  ['', ''],
])('%j is searched as %j', (text, searched) => {
  expect(toSearchText(text)).toBe(searched);
});
