import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import type { LedgerRow } from './ledger-row.ts';
import { createLedgerRowBuilder, isEntryKind } from './ledger-row.ts';

const context = sampleContext();
const entry = (date: string, body: object = {}): RecordOf<'ledgerEntry'> => {
  const made = sampleEntry(context, { date, amountCents: -1200, vatCents: -200, category: 'purchase' });
  return { ...made, body: { ...made.body, ...body } };
};
const rows = (entries: readonly RecordOf<'ledgerEntry'>[], others: readonly AnyRecord[] = []): readonly LedgerRow[] =>
  createLedgerRowBuilder()({ entries, others, currency: 'EUR' });
const pay = (type: string, body: AnyRecord['body']): AnyRecord => ({
  ...entry('2026-01-31'),
  ...{ id: `${type}:1`, type, status: 'paid', body },
});

describe('the row of a record in the ledger', () => {
  it('of a salary: its month, what it costs the activity, no VAT', () => {
    const statement = pay('salaryStatement', { input: { period: '2026-01' }, totals: { totalCostCents: 180_000 } });
    expect(rows([], [statement])).toEqual([
      {
        recordId: 'salaryStatement:1',
        date: '2026-01-31',
        kind: 'salary',
        label: '2026-01',
        counterparty: '',
        currency: 'EUR',
        amountCents: -180_000,
        vatCents: 0,
        netCents: -180_000,
        needsReview: false,
        isPending: false,
      },
    ]);
  });

  it('of a salary that gives back: nothing on the account while it waits', () => {
    const body = { input: { period: '2026-01' }, totals: { totalCostCents: -500 } };
    const [waiting, paid] = ['requested', 'paid'].map((status) => ({ ...pay('salaryStatement', body), status }));
    if (waiting === undefined || paid === undefined) throw new Error('both are made');
    expect(rows([], [waiting])).toMatchObject([{ amountCents: 500, netCents: 0 }]);
    expect(rows([], [paid])).toMatchObject([{ amountCents: 500, netCents: 500 }]);
  });

  it('of a pay abroad: its month and its budget, in its own currency', () => {
    const abroad = pay('abroadPay', { input: { period: '2026-01', budgetMinor: 900_000 }, currency: 'MGA' });
    expect(rows([], [abroad])).toMatchObject([
      {
        kind: 'salary',
        label: '2026-01',
        currency: 'MGA',
        amountCents: -900_000,
        vatCents: 0,
        // The book is in euros: ariary weigh nothing on its account.
        netCents: 0,
      },
    ]);
  });

  it('of an entry: with whom, where that was noted', () => {
    const [withoutName, withName] = [entry('2026-01-10'), entry('2026-01-09', { counterparty: 'Semences du Val' })];
    expect(rows([withName, withoutName]).map(({ counterparty }) => counterparty)).toEqual(['', 'Semences du Val']);
  });

  it('of a payment whose invoice is not there: neither number nor name nor VAT', () => {
    const payment = samplePayment(context, { date: '2026-01-10', invoiceId: 'invoice:gone', amountCents: 1200 });
    expect(rows([], [payment])).toMatchObject([{ label: '', counterparty: '', amountCents: 1200, vatCents: 0 }]);
  });

  it('of a payment of an invoice that names no customer: no name', () => {
    const draft = sampleInvoice(context, { date: '2026-01-05', netCents: 1000, vatCents: 200 });
    const issued = { ...draft, status: 'issued', body: { ...draft.body, number: 'F-1' } };
    const payment = samplePayment(context, { date: '2026-01-10', invoiceId: draft.id, amountCents: 1200 });
    expect(rows([], [issued, payment])).toMatchObject([{ label: 'F-1', counterparty: '', vatCents: 200 }]);
  });

  it('of a payment of more than is due: the VAT of what was due', () => {
    const draft = sampleInvoice(context, { date: '2026-01-05', netCents: 1000, vatCents: 200 });
    const payment = samplePayment(context, { date: '2026-01-10', invoiceId: draft.id, amountCents: 5200 });
    expect(rows([], [{ ...draft, status: 'issued' }, payment])).toMatchObject([
      { amountCents: 5200, vatCents: 200, netCents: 1000 },
    ]);
  });

  it('says that the server has not accepted it yet', () => {
    const [accepted, waiting] = [entry('2026-01-10'), { ...entry('2026-01-09'), isPending: true }];
    expect(rows([waiting, accepted]).map(({ isPending }) => isPending)).toEqual([false, true]);
  });
});

describe('the order of the ledger', () => {
  it('is that of the ids on one day, whatever the types', () => {
    const day = '2026-01-10';
    const expense = (id: string): AnyRecord => ({ ...entry(day), id, type: 'expense' });
    const named = (id: string): RecordOf<'ledgerEntry'> => ({ ...entry(day), id });
    const others = [expense('d'), expense('a'), expense('f'), expense('c')];
    const shown = rows([named('b'), named('e'), { ...named('a0'), date: '2026-01-11' }], others);
    expect(shown.map(({ recordId }) => recordId)).toEqual(['a0', 'f', 'e', 'd', 'c', 'b', 'a']);
  });
});

describe('a row that can be changed in the ledger', () => {
  it('is an entry, not a payment, an expense or a salary shown among them', () => {
    expect((['sale', 'purchase', 'transfer', 'bankFee'] as const).map(isEntryKind)).toEqual([true, true, true, true]);
    expect((['payment', 'expense', 'salary'] as const).map(isEntryKind)).toEqual([false, false, false]);
  });
});
