import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { ContributionRule } from '../records/contribution-rule.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_RULE, sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { computeActivityAccount } from './activity-account.ts';

const context = sampleContext();
const contract = { kind: 'cesa', startDate: '2020-01-01', weeklyMinutes: 2100, isCadre: false } as const;
const settings = {
  activityId: 'A1',
  currency: 'EUR',
  openingBalanceCents: 0,
  openingDate: '2026-01-01',
  reserveTargetCents: 0,
  contract,
};
const FREE = { ...SAMPLE_RULE, ratePpm: 0 };

/** What January and February come to, with a contribution that takes nothing. */
function months(records: readonly AnyRecord[], rule: ContributionRule = FREE) {
  const account = unwrap(computeActivityAccount(settings, { contributionRules: [rule] }, [...records], '2026-02-28'));
  return account.months;
}

const entry = (category: string, amountCents: number, body: object = {}): AnyRecord => {
  const made: AnyRecord = sampleEntry(context, { date: '2026-01-10', amountCents, vatCents: amountCents / 6 });
  return { ...made, body: { ...made.body, category, ...body } };
};
const expense = (body: object = {}, status = 'active'): AnyRecord => ({
  ...entry('x', 1200, body),
  ...{ type: 'expense', status },
});
const invoice = (status: string, customer?: object): AnyRecord => {
  const draft: AnyRecord = sampleInvoice(context, { date: '2026-01-15', netCents: 1000, vatCents: 200 });
  return { ...draft, status, body: { ...draft.body, ...(customer === undefined ? {} : { customer }) } };
};
const paid = (invoiceId: string, date: string, amountCents: number): AnyRecord =>
  samplePayment(context, { date, invoiceId, amountCents });
const pay = (type: string, status: string, body: Record<string, unknown>): AnyRecord => ({
  ...entry('x', 0),
  ...{ type, status, body },
});
const statement = { totals: { totalCostCents: 700 } };
const back = { totals: { totalCostCents: -700 } };
const abroad = { input: { budgetMinor: 800 } };

describe('what a record does to the account, excluding VAT', () => {
  it.each<[string, AnyRecord[], object]>([
    ['a sale is invoiced and collected', [entry('sale', 1200)], { collectedCents: 1000, invoicedCents: 1000 }],
    ['other income is no turnover', [entry('otherIncome', 1200)], { otherIncomeCents: 1000, collectedCents: 0 }],
    ['a purchase is a charge', [entry('purchase', -1200)], { chargesCents: 1000, invoicedCents: 0 }],
    ['so is a bank fee', [entry('bankFee', -1200)], { chargesCents: 1000 }],
    ['and a refund of one takes it back', [entry('purchase', -1200), entry('purchase', 600)], { chargesCents: 500 }],
    ['a transfer is nothing', [entry('transfer', -1200)], { chargesCents: 0, marginCents: 0 }],
    ['an expense is a charge', [expense()], { chargesCents: 1000 }],
    ['a voided one is none', [expense({}, 'voided')], { chargesCents: 0 }],
    ['an issued invoice is invoiced', [invoice('issued')], { invoicedCents: 1000, collectedCents: 0 }],
    ['a draft is not', [invoice('draft')], { invoicedCents: 0 }],
    ['a voided one neither', [invoice('voided')], { invoicedCents: 0 }],
    ['a pay costs what it costs', [pay('salaryStatement', 'requested', statement)], { employerCostCents: 700 }],
    ['a refused one nothing', [pay('salaryStatement', 'refused', statement)], { employerCostCents: 0 }],
    [
      'one that gives back nothing while it waits',
      [pay('salaryStatement', 'requested', back)],
      { employerCostCents: 0 },
    ],
    ['nor once it was only looked at', [pay('salaryStatement', 'checked', back)], { employerCostCents: 0 }],
    ['and what it gives from then on', [pay('salaryStatement', 'validated', back)], { employerCostCents: -700 }],
    ['a pay abroad its budget', [pay('abroadPay', 'paid', abroad)], { employerCostCents: 800 }],
    ['a cancelled one nothing', [pay('abroadPay', 'cancelled', abroad)], { employerCostCents: 0 }],
  ])('%s', (_, records, figures) => {
    expect(months(records)[0]).toMatchObject(figures);
  });

  it('is the same whatever the order of the records', () => {
    const issued = invoice('issued');
    const records = [paid(issued.id, '2026-01-20', 600), issued, entry('sale', 1200), expense()];
    expect(months(records.toReversed())).toEqual(months(records));
  });
});

describe('payments', () => {
  const issued = invoice('issued');
  const collected = (...payments: AnyRecord[]) => months([issued, ...payments]).map((month) => month.collectedCents);

  it('collect on their day, in their share of the net', () => {
    expect(collected(paid(issued.id, '2026-01-20', 300), paid(issued.id, '2026-02-20', 900))).toEqual([250, 750]);
  });

  it('collect nothing of an invoice that is not there, not issued, or of nothing', () => {
    const draft = invoice('draft');
    expect(months([draft, paid(draft.id, '2026-01-20', 1200)])[0]?.collectedCents).toBe(0);
    expect(collected(paid('invoice:gone', '2026-01-20', 1200))).toEqual([0, 0]);
  });

  it('collect what is open of their invoice and no more: what was paid too much waits', () => {
    expect(collected(paid(issued.id, '2026-01-20', 99_000_000))).toEqual([1000, 0]);
    expect(collected(paid(issued.id, '2026-01-20', 600), paid(issued.id, '2026-02-20', 99_000_000))).toEqual([
      500, 500,
    ]);
    const given = [paid(issued.id, '2026-01-20', 2400), paid(issued.id, '2026-02-20', -1200)];
    expect(collected(...given)).toEqual([1000, 0]);
    expect(collected(...given, paid(issued.id, '2026-02-21', -300))).toEqual([1000, -250]);
  });

  it('that give back more than was paid make no room for another', () => {
    const before = paid(issued.id, '2025-12-20', -99_000_000);
    const earlier = { ...issued, date: '2025-12-01' };
    const after = paid(issued.id, '2026-01-20', 99_001_200);
    expect(months([earlier, before, after])[0]?.collectedCents).toBe(1000);
  });

  it('that take back what is not there, or what took back another, add nothing', () => {
    const first = paid(issued.id, '2026-01-20', 600);
    const reversing = (amountCents: number, reverses: string): AnyRecord => {
      const made = paid(issued.id, '2026-01-25', amountCents);
      return { ...made, body: { ...made.body, reverses } };
    };
    const back = reversing(-600, first.id);
    expect(collected(first, back)).toEqual([0, 0]);
    expect(collected(first, back, reversing(600, back.id))).toEqual([0, 0]);
    expect(collected(first, reversing(600, 'payment:gone'))).toEqual([500, 0]);
    // One that was given back and taken again: its reversal is its opposite.
    const refund = paid(issued.id, '2026-01-21', -600);
    expect(collected(first, refund, reversing(600, refund.id))).toEqual([500, 0]);
    expect(collected(first, refund, reversing(1200, refund.id))).toEqual([0, 0]);
  });

  it('of one day share the odd cents in the order of their ids, whichever comes first', () => {
    const third = invoice('issued');
    const odd = { ...third, body: { ...third.body, totals: { byRate: [], netCents: 1, vatCents: 2, grossCents: 3 } } };
    const payments = [1, 1, 1].map((cents) => paid(odd.id, '2026-01-20', cents));
    const dated = payments.map((payment, index) => ({ ...payment, date: `2026-0${index === 2 ? '2' : '1'}-20` }));
    expect(months([odd, ...dated]).map((month) => month.collectedCents)).toEqual([1, 0]);
    expect(months([odd, ...dated.toReversed()]).map((month) => month.collectedCents)).toEqual([1, 0]);
  });
});

describe('marks that a contribution looks at', () => {
  const INTERNAL = { ...SAMPLE_RULE, internalRatePpm: 0 };
  const contributionOf = (records: AnyRecord[], rule: ContributionRule) =>
    months(records, rule).map((month) => month.contribution.amountCents);

  it('turnover from another activity', () => {
    const inside = invoice('issued', { isInternal: true });
    const outside = [{}, { isInternal: false }, { isInternal: false }].map((customer) => invoice('issued', customer));
    const all = [inside, ...outside].flatMap((one) => [one, paid(one.id, '2026-02-20', 1200)]);
    expect(contributionOf(all, INTERNAL)).toEqual([0, 300]);
    expect(contributionOf(all, { ...INTERNAL, base: 'invoiced' })).toEqual([300, 0]);
    const sales = [entry('sale', 1200, { isInternal: true }), entry('sale', 1200), entry('sale', 2400)];
    expect(contributionOf(sales, INTERNAL)).toEqual([300, 0]);
    expect(contributionOf(sales, { ...INTERNAL, base: 'invoiced' })).toEqual([300, 0]);
  });

  it('purchases, which a gross margin leaves out, and no other charge', () => {
    const charges = [entry('sale', 12_000), entry('purchase', -1200), entry('bankFee', -2400), expense()];
    expect(contributionOf(charges, { ...SAMPLE_RULE, base: 'grossMargin' })).toEqual([900, 0]);
  });

  it('charges that give the contribution back, entries and expenses', () => {
    const charges = [
      entry('sale', 12_000),
      entry('purchase', -1200, { givesContributionBack: true }),
      entry('bankFee', -2400),
      expense({ givesContributionBack: true }),
      expense({ givesContributionBack: false }),
      expense({ givesContributionBack: false }),
      expense(),
    ];
    expect(contributionOf(charges, { ...SAMPLE_RULE, givesBackFlaggedPurchases: true })).toEqual([800, 0]);
  });
});
