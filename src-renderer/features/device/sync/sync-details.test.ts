import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { addressOf, describeRecord } from './describe-record.ts';
import { closedMonthAdvice, explainRefusal, isOpenedSince, refusedField } from './explain-refusal.ts';

function record(type: string, body: Record<string, unknown>): AnyRecord {
  const by = { user: 'awa', device: 'D' };
  return {
    id: `${type}:1`,
    type,
    schemaVersion: 1,
    activityId: 'A1',
    date: '2026-03-02',
    status: 'active',
    createdAt: '',
    createdBy: by,
    updatedAt: '',
    updatedBy: by,
    edits: ['E'],
    rev: '',
    body,
  };
}

describe('describeRecord', () => {
  it('names an issued invoice by number and customer, a draft by its customer or subject', () => {
    const totals = { grossCents: 12_000 };
    const issued = describeRecord(
      record('invoice', { number: 'F-AB1-2026-0001', customer: { name: 'Mairie' }, totals }),
    );
    expect(issued).toMatchObject({ title: { kind: 'text', text: 'F-AB1-2026-0001, Mairie' }, amountCents: 12_000 });
    const draft = describeRecord(record('invoice', { number: '', subject: 'Atelier', totals }));
    expect(draft.title).toEqual({ kind: 'draftInvoice', text: 'Atelier' });
  });

  it('names weeks and pays by their time', () => {
    expect(describeRecord(record('timesheetWeek', {})).title).toEqual({ kind: 'weekOf', date: '2026-03-02' });
    const pay = describeRecord(
      record('salaryStatement', { input: { period: '2026-02' }, totals: { netBeforeTaxCents: 7 } }),
    );
    expect([pay.title, pay.amountCents]).toEqual([{ kind: 'payOf', month: '2026-02' }, 7]);
  });

  it('names a kept version by what it keeps', () => {
    const copy = { type: 'expense', date: '2026-03-01', body: { label: 'Train', amountCents: 900 } };
    const kept = describeRecord(record('conflictCopy', { copy }));
    expect(kept).toMatchObject({ title: { kind: 'text', text: 'Train' }, amountCents: 900 });
    const nested = record('conflictCopy', { copy: { type: 'conflictCopy' } });
    expect(describeRecord(nested).title).toEqual({ kind: 'text', text: '' });
    const abroad = { type: 'abroadPay', date: '2026-03-01', body: { currency: 'CHF', paidMinor: 5 } };
    expect(describeRecord(record('conflictCopy', { copy: abroad }))).toEqual({
      title: { kind: 'payOf', month: '2026-03' },
      amountCents: 5,
      currency: 'CHF',
    });
  });

  it('survives a body of another shape', () => {
    expect(describeRecord(record('invoice', { totals: [], number: 5 })).amountCents).toBeUndefined();
    expect(describeRecord(record('garden', {})).title).toEqual({ kind: 'text', text: '' });
  });
});

describe('a record of a month that is closed', () => {
  it('names the month in its reason', () => {
    const error: AppError = { code: 'period.closed', message: 'months up to 2026-03 are closed' };
    expect(explainRefusal({ error, record: record('ledgerEntry', {}) }).details).toEqual({ month: '2026-03' });
  });

  it('may be open again, which only the last closed month of the refusal tells', () => {
    const error: AppError = { code: 'period.closed', message: '', details: { month: '2026-03' } };
    expect([undefined, '2026-02', '2026-03', '2026-04'].map((month) => isOpenedSince(error, month))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isOpenedSince({ ...error, details: { month: '?' } }, undefined)).toBe(false);
    expect(isOpenedSince({ ...error, code: 'record.invalid' }, undefined)).toBe(false);
  });

  it('is told what can still be done about it', () => {
    const issued = { ...record('invoice', {}), status: 'issued' };
    const known = { ...record('expense', {}), rev: '2-a' };
    const removed = { ...record('ledgerEntry', {}), status: 'voided' };
    const all = [issued, record('payment', {}), record('ledgerEntry', {}), known, removed];
    expect(all.map(closedMonthAdvice)).toEqual([
      'closedMonth.handedOut',
      'closedMonth.final',
      'closedMonth.dated',
      'closedMonth.edited',
      'closedMonth.removed',
    ]);
  });
});

describe('addressOf', () => {
  it('leads to the screen that mends the record', () => {
    expect(addressOf(record('invoice', {}))).toBe('/invoices/invoice:1');
    expect(addressOf(record('payment', { invoiceId: 'invoice:9' }))).toBe('/invoices/invoice:9');
    expect(addressOf(record('expense', {}))).toBe('/expenses/expense:1');
    expect(addressOf(record('ledgerEntry', {}))).toBe('/ledger/ledgerEntry:1');
    expect(addressOf(record('activitySettings', {}))).toBeUndefined();
  });
});

describe('explainRefusal', () => {
  const explain = (error: AppError): AppError => explainRefusal({ error, record: record('invoice', {}) });

  it('takes days and months that any reason names', () => {
    const said = { code: 'contract.openingClosed', message: 'months up to 2026-03 are closed' } as const;
    expect(explain(said).details).toEqual({ month: '2026-03' });
    const twice = { code: 'rules.sameDate', message: 'another one starts on 2026-03-01' } as const;
    expect(explain(twice).details).toEqual({ date: '2026-03-01' });
  });

  it('finds what the sentence needs in the words of the server', () => {
    const invalid = explain({ code: 'record.invalid', message: 'record is not valid at body.lines.0.unitPrice' });
    expect(invalid.details).toEqual({ path: 'body.lines.0.unitPrice' });
    expect(refusedField(invalid)).toBe('unitPrice');
    const late = explain({ code: 'billing.dateBeforeSeries', message: 'series F-AB1-2026 already has 2026-04-02' });
    expect(late.details).toEqual({ lastDate: '2026-04-02' });
  });

  it('speaks of this version where the server’s words are for the one that wrote it', () => {
    const error: AppError = { code: 'record.tooNew', message: 'cooperativeSettings is written no more' };
    expect(explainRefusal({ error, record: record('cooperativeSettings', {}) }).code).toBe('record.retired');
    expect(explain(error)).toBe(error);
  });

  it('never leaves a hole in the sentence', () => {
    const invalid = explain({ code: 'record.invalid', message: '' });
    expect([invalid.details, refusedField(invalid)]).toEqual([{ path: '?' }, '']);
    const final: AppError = { code: 'record.final', message: 'customer:1 can no longer change' };
    expect(explain(final)).toBe(final);
    expect(refusedField({ code: 'record.invalid', message: '', details: { path: 'body.rows.3' } })).toBe('rows');
  });
});
