import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleInvoice } from '../testing/sample-records.ts';
import { expectedSeries, listMissingNumbers, listSameNumbers } from './series-faults.ts';

const context = sampleContext();

function issued(series: string, sequence: number): RecordOf<'invoice'> {
  const invoice = sampleInvoice(context, { date: '2026-03-01', netCents: 100, vatCents: 20 });
  const number = `${series}-${String(sequence).padStart(4, '0')}`;
  return { ...invoice, status: 'issued', body: { ...invoice.body, series, sequence, number } };
}

describe('the numbers of a book', () => {
  it('are missing below the last of each series, wherever the rest of it is', () => {
    const invoices = [issued('F-BS1-2026', 1), issued('F-BS1-2026', 4), issued('F-BS2-2026', 1)];
    expect(listMissingNumbers(invoices)).toEqual([{ series: 'F-BS1-2026', count: 2, sequences: [2, 3] }]);
    expect(listMissingNumbers([{ ...issued('F-BS1-2026', 9), status: 'draft' }])).toEqual([]);
    expect(listMissingNumbers([...invoices, issued('F-BS1-2026', 2), issued('F-BS1-2026', 3)])).toEqual([]);
  });

  it('cost no time when somebody writes the last one of all', () => {
    const [missing] = listMissingNumbers([issued('F-BS1-2026', 999_999_999)]);
    expect(missing).toMatchObject({ count: 999_999_998 });
    expect(missing?.sequences).toHaveLength(20);
  });

  it('given twice are found, drafts are not', () => {
    const [one, other] = [issued('F-BS1-2026', 1), issued('F-BS1-2026', 1)];
    const draft = sampleInvoice(context, { date: '2026-03-01', netCents: 100, vatCents: 20 });
    expect([...listSameNumbers([one, other, draft, draft, issued('F-BS1-2026', 2)])]).toEqual([
      [one.body.number, [one, other]],
    ]);
  });

  it.each([
    ['F-BS1-2026', undefined],
    ['F-BS12-2026', undefined],
    ['F-BSA1-2026', 'F-BS…-2026'],
    ['F-PL1-2026', 'F-BS…-2026'],
    ['F-BS1-2025', 'F-BS…-2026'],
    ['A-BS1-2026', 'F-BS…-2026'],
    ['F-BS1A-2026', 'F-BS…-2026'],
    ['F-BS-2026', 'F-BS…-2026'],
    ['F-BS1-2026-1', 'F-BS…-2026'],
    ['', 'F-BS…-2026'],
  ])('%s in a book of BS: %s', (series, expected) => {
    expect(expectedSeries(issued(series, 1), 'BS')).toBe(expected);
  });
});
