import { describe, expect, it } from 'vitest';
import type { Bodies, RecordOf, RecordType } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import { filterLedgerRows, toSearchText } from './ledger-filter.ts';
import type { LedgerRow, LedgerSources } from './ledger-row.ts';
import { createLedgerRowBuilder } from './ledger-row.ts';
import { sumLedgerRows } from './ledger-totals.ts';

let count = 0;
const context = {
  author: { user: 'awa', device: 'A1' },
  clock: () => '2026-03-01T08:00:00.000Z',
  newId: () => String((count += 1)).padStart(26, '0'),
};

function record<T extends RecordType>(type: T, date: string, status: string, body: Bodies[T]): RecordOf<T> {
  return createRecord(context, { type, activityId: 'a', date, status, body });
}

function entry(date: string, fields: Partial<Bodies['ledgerEntry']> = {}, status = 'active'): RecordOf<'ledgerEntry'> {
  return record('ledgerEntry', date, status, {
    label: 'Graines',
    category: 'purchase',
    amountCents: -12_000,
    currency: 'EUR',
    vatRatePpm: 200_000,
    vatCents: -2_000,
    ...fields,
  });
}

const expense = record('expense', '2026-02-10', 'active', {
  label: 'Train',
  category: 'travel',
  amountCents: 5_500,
  currency: 'EUR',
  vatRatePpm: 100_000,
  vatCents: 500,
  paidBy: 'member',
});
const totals = {
  byRate: [{ vatRatePpm: 200_000, netCents: 10_000, vatCents: 2_000 }],
  netCents: 10_000,
  vatCents: 2_000,
  grossCents: 12_000,
};
const invoice = record('invoice', '2026-01-05', 'issued', {
  number: 'F-AB1-2026-0001',
  series: 'F-AB1-2026',
  sequence: 1,
  customerId: 'customer:1',
  customer: { name: 'Mairie d’Œuilly', address: { lines: [], postalCode: '51480', city: 'Œuilly', country: 'FR' } },
  dueDate: '2026-02-05',
  currency: 'EUR',
  subject: '',
  lines: [],
  totals,
});
const payments = [7_000, 5_000].map((amountCents, index) =>
  record('payment', `2026-02-2${String(index)}`, 'recorded', {
    invoiceId: invoice.id,
    amountCents,
    currency: 'EUR',
    method: 'transfer',
  }),
);
const sale = entry('2026-02-15', { label: 'Marché de Noël', category: 'sale', amountCents: 24_000, vatCents: 4_000 });
const sources: LedgerSources = {
  entries: [entry('2026-01-02'), entry('2026-02-10', { needsReview: true }), sale, entry('2026-02-16', {}, 'voided')],
  others: [expense, { ...expense, id: 'expense:voided', status: 'voided' }, invoice, ...payments],
  currency: 'EUR',
};

describe('createLedgerRowBuilder', () => {
  it('lists what counts, newest first, with its effect on the account', () => {
    const rows = createLedgerRowBuilder()(sources);
    expect(
      rows.map(({ kind, date, amountCents, vatCents, netCents }) => [kind, date, amountCents, vatCents, netCents]),
    ).toEqual([
      ['payment', '2026-02-21', 5_000, 833, 4_167],
      ['payment', '2026-02-20', 7_000, 1_167, 5_833],
      ['sale', '2026-02-15', 24_000, 4_000, 20_000],
      ['purchase', '2026-02-10', -12_000, -2_000, -10_000],
      ['expense', '2026-02-10', -5_500, -500, -5_000],
      ['purchase', '2026-01-02', -12_000, -2_000, -10_000],
    ]);
    expect(rows[0]).toMatchObject({ label: 'F-AB1-2026-0001', counterparty: 'Mairie d’Œuilly' });
  });

  it('keeps the rows of unchanged entries and renews that of a changed one', () => {
    const build = createLedgerRowBuilder();
    const before = build(sources);
    const changed = { ...sale, body: { ...sale.body, label: 'Marché de Pâques' } };
    const after = build({ ...sources, entries: sources.entries.map((each) => (each === sale ? changed : each)) });
    expect(after.filter((row) => !before.includes(row)).map((row) => row.label)).toContain('Marché de Pâques');
    expect(after.at(-1)).toBe(before.at(-1));
  });

  it('gives a transfer no effect and shows a payment whose invoice is not there', () => {
    const rows = createLedgerRowBuilder()({
      ...sources,
      entries: [entry('2026-02-01', { category: 'transfer', vatCents: 0, vatRatePpm: 0 })],
      others: payments,
    });
    expect(rows.find((row) => row.kind === 'transfer')).toMatchObject({ amountCents: -12_000, netCents: 0 });
    expect(rows.filter((row) => row.kind === 'payment').map((row) => [row.netCents, row.label])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });
});

describe('filterLedgerRows', () => {
  const rows = createLedgerRowBuilder()(sources);
  const textOf = (row: { label: string; counterparty: string }) => toSearchText(`${row.label} ${row.counterparty}`);

  it('looks for every word without accents and case', () => {
    expect(filterLedgerRows(rows, { text: 'NOEL  marche' }, textOf).map((row) => row.kind)).toEqual(['sale']);
    expect(filterLedgerRows(rows, { text: 'oeuilly' }, textOf)).toHaveLength(2);
    expect(filterLedgerRows(rows, { text: 'noel printemps' }, textOf)).toHaveLength(0);
    expect(filterLedgerRows(rows, { text: 'leon' }, textOf)).toHaveLength(0);
  });

  it('joins conditions and gives back the same array when nothing is asked', () => {
    const filter = { fromDate: '2026-02-01', toDate: '2026-02-15', kind: 'purchase' } as const;
    expect(filterLedgerRows(rows, filter, textOf).map((row) => row.date)).toEqual(['2026-02-10']);
    expect(filterLedgerRows(rows, { isToReview: true }, textOf)).toHaveLength(1);
    expect(filterLedgerRows(rows, { text: ' ' }, textOf)).toBe(rows);
  });

  it('takes both ends of a period in', () => {
    const datesIn = (filter: LedgerFilter) => filterLedgerRows(rows, filter, textOf).map((row) => row.date);
    expect(datesIn({ fromDate: '2026-02-15' })).toEqual(['2026-02-21', '2026-02-20', '2026-02-15']);
    expect(datesIn({ toDate: '2026-02-10' })).toEqual(['2026-02-10', '2026-02-10', '2026-01-02']);
  });

  it('looks for an amount', () => {
    const amount = { fromCents: 5_500, toCents: 7_000, isSigned: false };
    expect(filterLedgerRows(rows, { amount }, textOf).map((row) => row.amountCents)).toEqual([7_000, -5_500]);
  });

  it('makes the text of a row only to look for words, and only where the rest fits', () => {
    const asked: string[] = [];
    const noting = (row: LedgerRow) => (asked.push(row.kind), textOf(row));
    filterLedgerRows(rows, { kind: 'purchase' }, noting);
    expect(asked).toEqual([]);
    filterLedgerRows(rows, { kind: 'sale', text: 'marché' }, noting);
    expect(asked).toEqual(['sale']);
  });
});

describe('sumLedgerRows', () => {
  it('adds in, out, VAT and effect, and leaves other currencies out', () => {
    const rows = createLedgerRowBuilder()(sources);
    const other = rows.slice(0, 1).map((row) => ({ ...row, currency: 'MGA' }));
    const sums = sumLedgerRows([...rows, ...other], 'EUR');
    expect(sums).toMatchObject({
      count: 6,
      inCents: 36_000,
      outCents: -29_500,
      vatCents: 1_500,
      netCents: 5_000,
      otherCurrencyCount: 1,
    });
    expect(sums.byKind.map(({ kind, netCents }) => [kind, netCents])).toEqual([
      ['sale', 20_000],
      ['purchase', -20_000],
      ['payment', 10_000],
      ['expense', -5_000],
    ]);
  });
});
