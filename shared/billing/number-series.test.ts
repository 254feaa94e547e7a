import { describe, expect, it } from 'vitest';
import { makeInvoice } from './billing.test-support.ts';
import { lastIssueDate, nextInvoiceNumber } from './number-series.ts';

const issued = (series: string, sequence: number, date: string) => makeInvoice({ series, sequence, date });

describe('nextInvoiceNumber', () => {
  it('starts at one and goes on without a gap', () => {
    expect(nextInvoiceNumber([], 'AB1', '2026-03-01')).toMatchObject({
      value: { number: 'F-AB1-2026-0001', series: 'F-AB1-2026', sequence: 1 },
    });
    const all = [issued('F-AB1-2026', 2, '2026-03-02'), issued('F-AB1-2026', 1, '2026-03-01')];
    expect(nextInvoiceNumber(all, 'AB1', '2026-03-02')).toMatchObject({ value: { number: 'F-AB1-2026-0003' } });
  });

  it('counts neither drafts, nor other devices, whose prefix may start alike', () => {
    const others = [
      makeInvoice({ status: 'draft', series: 'F-AB1-2026', sequence: 9 }),
      issued('F-AB12-2026', 7, '2026-12-31'),
      issued('F-CD1-2026', 5, '2026-12-31'),
    ];
    expect(nextInvoiceNumber(others, 'AB1', '2026-03-02')).toMatchObject({ value: { sequence: 1 } });
  });

  it('is held back by the last date of all, not by that of the last in the list, nor by a draft’s', () => {
    const all = [issued('F-AB1-2026', 2, '2026-03-02'), issued('F-AB1-2026', 1, '2026-03-01')];
    expect(lastIssueDate(all, 'AB1')).toBe('2026-03-02');
    const draft = makeInvoice({ status: 'draft', series: 'F-AB1-2026', date: '2026-12-31' });
    expect(lastIssueDate([...all, draft], 'AB1')).toBe('2026-03-02');
    expect(lastIssueDate([draft], 'AB1')).toBe('');
  });

  it('begins a new series with the year and refuses to go back, even into the year before', () => {
    const all = [issued('F-AB1-2026', 41, '2026-12-30')];
    expect(nextInvoiceNumber(all, 'AB1', '2027-01-02')).toMatchObject({ value: { number: 'F-AB1-2027-0001' } });
    const withNewYear = [...all, issued('F-AB1-2027', 1, '2027-01-02')];
    expect(nextInvoiceNumber(withNewYear, 'AB1', '2026-12-31')).toMatchObject({
      error: { code: 'billing.dateBeforeSeries', details: { lastDate: '2027-01-02' } },
    });
    expect(lastIssueDate(withNewYear, 'AB1')).toBe('2027-01-02');
  });

  it('keeps numbers within what the formats allow', () => {
    const all = [issued('F-ABCD1234-2026', 99_999, '2026-01-01')];
    const next = nextInvoiceNumber(all, 'ABCD1234', '2026-01-01');
    expect(next).toMatchObject({ value: { number: 'F-ABCD1234-2026-100000' } });
    expect(next.ok && next.value.number.length).toBeLessThanOrEqual(35);
  });
});
