import fc from 'fast-check';
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
  openingBalanceCents: 50_000,
  openingDate: '2026-01-01',
  reserveTargetCents: 20_000,
  contract,
};
const account = (records: AnyRecord[], asOf = '2026-03-31', rules = [SAMPLE_RULE]) =>
  unwrap(computeActivityAccount(settings, { contributionRules: rules }, records, asOf));

describe('activity account', () => {
  it('follows the published chain: turnover collected − charges − contribution', () => {
    const result = account([
      sampleEntry(context, { date: '2026-02-10', amountCents: 120_000, vatCents: 20_000 }),
      sampleEntry(context, { date: '2026-02-12', amountCents: -24_000, vatCents: -4_000, category: 'purchase' }),
      sampleEntry(context, { date: '2026-02-13', amountCents: -99_900, category: 'transfer' }),
    ]);
    expect(result.months[1]).toMatchObject({
      month: '2026-02',
      openingCents: 50_000,
      collectedCents: 100_000,
      chargesCents: 20_000,
      contribution: {
        ruleVersion: 'test-1',
        lines: [{ code: 'rate', baseCents: 100_000, ratePpm: 100_000, amountCents: 10_000 }],
        amountCents: 10_000,
      },
      marginCents: 70_000,
      closingCents: 120_000,
    });
    expect(result.balanceCents).toBe(120_000);
    expect(result.availableCents).toBe(100_000);
  });

  it('counts an invoice when it is paid, to the cent over part payments', () => {
    const invoice: AnyRecord = {
      ...sampleInvoice(context, { date: '2026-01-15', netCents: 100_001, vatCents: 20_000 }),
      status: 'issued',
    };
    const pay = (date: string, amountCents: number) =>
      samplePayment(context, { date, invoiceId: invoice.id, amountCents });
    const result = account([pay('2026-02-28', 40_000), pay('2026-01-20', 40_000), pay('2026-03-05', 40_001), invoice]);
    expect(result.months.map((month) => month.invoicedCents)).toEqual([100_001, 0, 0]);
    expect(result.months.reduce((sum, month) => sum + month.collectedCents, 0)).toBe(100_001);
  });

  it('counts a payment noted before its invoice on the day of the invoice: no month before it changes', () => {
    const invoice: AnyRecord = {
      ...sampleInvoice(context, { date: '2026-03-02', netCents: 100_000, vatCents: 0 }),
      status: 'issued',
    };
    const early = samplePayment(context, { date: '2026-01-20', invoiceId: invoice.id, amountCents: 100_000 });
    const [without, issued] = [account([early]), account([early, invoice])];
    expect(issued.months.slice(0, 2)).toEqual(without.months.slice(0, 2));
    expect(issued.months.map((month) => month.collectedCents)).toEqual([0, 0, 100_000]);
  });

  it('takes the base the rule names', () => {
    const invoice: AnyRecord = {
      ...sampleInvoice(context, { date: '2026-01-15', netCents: 100_000, vatCents: 0 }),
      status: 'issued',
    };
    const invoiced = account([invoice], '2026-01-31', [{ ...SAMPLE_RULE, base: 'invoiced' }]);
    expect(invoiced.months[0]?.contribution.amountCents).toBe(10_000);
    expect(account([invoice], '2026-01-31').months[0]?.contribution.amountCents).toBe(0);
  });

  it('adds other income to the margin, without a contribution on it', () => {
    const sale = sampleEntry(context, { date: '2026-01-10', amountCents: 100_000 });
    const grant = sampleEntry(context, { date: '2026-01-12', amountCents: 30_000, category: 'otherIncome' });
    expect(account([sale, grant], '2026-01-31').months[0]).toMatchObject({
      otherIncomeCents: 30_000,
      contribution: { amountCents: 10_000 },
      marginCents: 120_000,
    });
  });

  it('says where the contribution stands in the last month, and nothing before the account was opened', () => {
    const sale = sampleEntry(context, { date: '2026-02-10', amountCents: 100_000 });
    expect(account([sale], '2026-02-28').running).toMatchObject({
      rule: SAMPLE_RULE,
      contribution: { amountCents: 10_000 },
    });
    expect(account([sale], '2025-12-31')).toEqual({
      asOf: '2025-12-31',
      months: [],
      balanceCents: 50_000,
      availableCents: 30_000,
      reserveTargetCents: 20_000,
      otherCurrencyCount: 0,
    });
  });

  it('takes the rule of the activity or of the status of the member before that of everybody', () => {
    const sale = sampleEntry(context, { date: '2026-01-10', amountCents: 100_000 });
    const contributions = (...rules: ContributionRule[]) =>
      account([sale], '2026-01-31', [...rules, SAMPLE_RULE]).months[0]?.contribution.amountCents;
    const own = { ...SAMPLE_RULE, version: 'own', ratePpm: 50_000 };
    expect(contributions({ ...own, activityIds: ['A1'] })).toBe(5_000);
    expect(contributions({ ...own, activityIds: ['A2'] })).toBe(10_000);
    expect(contributions({ ...own, statuses: ['cesa'] })).toBe(5_000);
    expect(contributions({ ...own, statuses: ['cape'] })).toBe(10_000);
  });

  it('uses the rule in force on each month and refuses a month without one', () => {
    const later = { ...SAMPLE_RULE, version: 'test-2', from: '2026-02-01', ratePpm: 115_000 };
    const entries = ['2026-01-05', '2026-02-05'].map((date) => sampleEntry(context, { date, amountCents: 100_000 }));
    const result = account(entries, '2026-02-28', [later, SAMPLE_RULE]);
    expect(result.months.map((month) => month.contribution.amountCents)).toEqual([10_000, 11_500]);
    expect(computeActivityAccount(settings, { contributionRules: [later] }, entries, '2026-02-28')).toMatchObject({
      ok: false,
      error: { code: 'contribution.noRule' },
    });
  });

  it('leaves out what is before the opening, after the date asked, voided or draft', () => {
    const entry = (date: string, status = 'active'): AnyRecord => ({
      ...sampleEntry(context, { date, amountCents: 100 }),
      status,
    });
    const draft = sampleInvoice(context, { date: '2026-02-01', netCents: 100, vatCents: 0 });
    const result = account([entry('2025-12-31'), entry('2026-04-01'), entry('2026-02-01', 'voided'), draft]);
    expect(result.balanceCents).toBe(50_000);
  });

  it('closes each month where the next one opens, whatever the entries and their order', () => {
    const entries = fc.array(
      fc.record({
        date: fc.integer({ min: 1, max: 90 }).map((day) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)),
        amountCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        category: fc.constantFrom('sale' as const, 'purchase' as const, 'otherIncome' as const, 'transfer' as const),
      }),
    );
    fc.assert(
      fc.property(entries, (list) => {
        const records = list.map((fields) => sampleEntry(context, fields));
        const result = account(records);
        result.months.forEach((month, index) => {
          expect(month.openingCents).toBe(index === 0 ? 50_000 : result.months[index - 1]?.closingCents);
          expect(month.closingCents).toBe(month.openingCents + month.marginCents - month.employerCostCents);
        });
        expect(account(records.toReversed())).toEqual(result);
      }),
    );
  });
});
