import { describe, expect, it } from 'vitest';
import { listReceivables, sumReceivables } from '../billing/receivables.ts';
import { unwrap } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_RULE, sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { computeActivityAccount } from './activity-account.ts';
import { createLedgerRowBuilder } from './ledger-row.ts';
import { sumLedgerRows } from './ledger-totals.ts';

const context = sampleContext();
const settings = {
  activityId: 'A1',
  currency: 'EUR',
  openingBalanceCents: 50_000,
  openingDate: '2026-01-01',
  reserveTargetCents: 0,
  contract: { kind: 'cesa', startDate: '2020-01-01', weeklyMinutes: 2100, isCadre: false },
} as const;
const accountOf = (records: readonly AnyRecord[]) =>
  unwrap(computeActivityAccount(settings, { contributionRules: [SAMPLE_RULE] }, records, '2026-03-31'));

/** A record whose amounts are in another currency. */
function inCurrency<T extends AnyRecord>(record: T, currency: string): T {
  return { ...record, body: { ...record.body, currency } };
}
const entry = sampleEntry(context, { date: '2026-02-10', amountCents: 500_000 });
const invoice = (currency: string): RecordOf<'invoice'> => {
  const draft = sampleInvoice(context, { date: '2026-02-01', netCents: 100_000, vatCents: 20_000 });
  return inCurrency({ ...draft, status: 'issued' }, currency);
};
const paid = (invoiceId: string, currency: string): RecordOf<'payment'> =>
  inCurrency(samplePayment(context, { date: '2026-02-20', invoiceId, amountCents: 60_000 }), currency);

describe('a record in another currency than the book’s', () => {
  const [own, foreign] = [invoice('EUR'), invoice('JPY')];
  const expense: AnyRecord = { ...entry, id: 'expense:1', type: 'expense' };
  const abroad: AnyRecord = {
    ...entry,
    ...{
      id: 'abroadPay:1',
      type: 'abroadPay',
      status: 'paid',
      body: { input: { budgetMinor: 900_000 }, currency: 'MGA' },
    },
  };

  it.each<[string, AnyRecord[], number]>([
    ['an entry in ariary', [inCurrency(entry, 'MGA')], 1],
    ['an expense in yen', [inCurrency(expense, 'JPY')], 1],
    ['a pay abroad', [abroad], 1],
    ['an invoice in yen and its payment in yen', [foreign, paid(foreign.id, 'JPY')], 2],
  ])('counts for nothing and is counted: %s', (_, records, count) => {
    const account = accountOf(records);
    expect(account).toMatchObject({ balanceCents: 50_000, otherCurrencyCount: count });
    expect(account.months.every(({ invoicedCents, chargesCents }) => invoicedCents === 0 && chargesCents === 0)).toBe(
      true,
    );
  });

  it('is no payment of an invoice in the book’s, nor the other way round', () => {
    expect(accountOf([own, paid(own.id, 'JPY')])).toMatchObject({ balanceCents: 50_000, otherCurrencyCount: 1 });
    expect(accountOf([foreign, paid(foreign.id, 'EUR')]).balanceCents).toBe(50_000);
    const both = accountOf([own, paid(own.id, 'JPY'), paid(own.id, 'EUR')]);
    // Half of the invoice: 500 euros less a contribution of a tenth.
    expect(both.balanceCents).toBe(50_000 + 45_000);
    const [receivable] = listReceivables([own, paid(own.id, 'JPY'), paid(own.id, 'EUR')], '2026-02-20');
    expect(receivable).toMatchObject({ paidCents: 60_000, dueCents: 60_000 });
  });

  it('is nothing that the sums of what is to collect could add', () => {
    const receivables = listReceivables([own, foreign], '2026-03-31');
    expect(sumReceivables(receivables, 'EUR')).toEqual({
      ...{ toCollectCents: 120_000, overdueCents: 120_000 },
      otherCurrencyDueCount: 1,
    });
  });

  it('stands in the ledger with no effect on the account, and in no sum', () => {
    const entries = [entry, { ...inCurrency(entry, 'MGA'), id: 'ledgerEntry:2' }];
    const rows = createLedgerRowBuilder()({ entries, others: [abroad], currency: 'EUR' });
    expect(rows.map(({ currency, netCents }) => [currency, netCents]).toSorted()).toEqual([
      ['EUR', 500_000],
      ['MGA', 0],
      ['MGA', 0],
    ]);
    expect(sumLedgerRows(rows, 'EUR')).toMatchObject({ count: 1, netCents: 500_000, otherCurrencyCount: 2 });
  });

  it('of an invoice and its payment: the row tells the VAT of what is paid, in their currency', () => {
    const vatOf = (payment: AnyRecord, of: AnyRecord): unknown =>
      createLedgerRowBuilder()({ entries: [], others: [of, payment], currency: 'EUR' })[0]?.vatCents;
    expect(vatOf(paid(own.id, 'EUR'), own)).toBe(10_000);
    expect(vatOf(paid(foreign.id, 'JPY'), foreign)).toBe(10_000);
    expect(vatOf(paid(own.id, 'JPY'), own)).toBe(0);
    expect(vatOf(paid(foreign.id, 'EUR'), foreign)).toBe(0);
  });

  it('with the amount in the book’s beside it, as a bank statement brings it, counts', () => {
    const bank = {
      importId: 'bankImport:1',
      account: 'A',
      transactionId: 'T',
      rawLabel: '',
      original: { amountCents: 30_000, currency: 'JPY', rate: '0.006' },
    };
    const converted = { ...entry, body: { ...entry.body, bank } };
    expect(accountOf([converted])).toMatchObject({ balanceCents: 500_000, otherCurrencyCount: 0 });
  });
});
