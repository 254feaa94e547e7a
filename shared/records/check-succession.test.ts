import { describe, expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { checkSuccession } from './check-succession.ts';
import type { AnyRecord } from './envelope.ts';

const context = sampleContext();
const entry: AnyRecord = sampleEntry(context, { date: '2026-03-02', amountCents: 100 });
const draft: AnyRecord = sampleInvoice(context, { date: '2026-03-02', netCents: 100, vatCents: 20 });
const edited = (record: AnyRecord, status: string): AnyRecord => ({
  ...record,
  status,
  body: { ...record.body, note: 'typed offline' },
});
const after = (before: AnyRecord, next: AnyRecord): string => {
  const result = checkSuccession(before, next);
  return result.ok ? 'taken' : result.error.code;
};

describe('several steps taken before one of them was sent', () => {
  it('are taken when each of them was allowed', () => {
    const voided = { ...entry, status: 'voided' };
    expect(after(voided, edited(entry, 'active')), 'restored and edited').toBe('taken');
    expect(after(voided, edited(entry, 'voided')), 'restored, edited and voided again').toBe('taken');
    expect(after({ ...draft, status: 'voided' }, edited(draft, 'issued')), 'restored, edited and issued').toBe('taken');
  });

  it('lead out of no final status and to no unknown one', () => {
    const issued = { ...draft, status: 'issued' };
    expect(after(issued, edited(draft, 'issued'))).toBe('record.final');
    expect(after(issued, { ...draft, status: 'voided' })).toBe('record.transition');
    expect(after(entry, { ...entry, status: 'issued' })).toBe('record.transition');
    expect(after(entry, { ...edited(entry, 'voided'), activityId: 'other' })).toBe('record.invalid');
  });

  it('lead nowhere from what a newer version wrote', () => {
    const newer = { ...entry, schemaVersion: 2 };
    expect(after(newer, edited(entry, 'active'))).toBe('record.tooNew');
    expect(after(newer, { ...edited(entry, 'voided'), schemaVersion: 2 })).toBe('record.tooNew');
    const told = {
      ...newer,
      type: 'salaryStatement',
      status: 'requested',
      body: { history: [{ status: 'requested' }] },
    };
    const history = [{ status: 'requested' }, { status: 'cancelled' }];
    expect(after(told, { ...told, schemaVersion: 1, status: 'cancelled', body: { history } })).toBe('record.tooNew');
  });

  it('lead back to no earlier schema', () => {
    expect(after(entry, { ...edited(entry, 'active'), schemaVersion: 0 })).toBe('record.tooNew');
  });

  it('lead nowhere from a status or a type that this version does not know', () => {
    expect(after({ ...entry, status: 'gone' }, entry)).toBe('record.transition');
    expect(after({ ...entry, type: 'laterNote' }, { ...entry, type: 'laterNote', status: 'gone' })).toBe(
      'record.unknownType',
    );
  });

  it('change neither who made a record nor members that nobody knows', () => {
    const told = (status: string) => ({ status, at: '2026-03-01T08:00:00.000Z', by: 'claire' });
    const requested: AnyRecord = {
      ...entry,
      type: 'salaryStatement',
      status: 'requested',
      body: { history: [told('requested')] },
    };
    const cancelled = {
      ...requested,
      status: 'cancelled',
      body: { history: [told('requested'), told('cancelled')] },
    };
    expect(after(requested, cancelled)).toBe('taken');
    const paid = {
      ...requested,
      status: 'paid',
      body: { history: ['requested', 'checked', 'validated', 'paid'].map(told) },
    };
    expect(after(requested, paid)).toBe('taken');
    for (const next of [cancelled, paid]) {
      expect(after(requested, { ...next, createdBy: { user: 'eve', device: 'E1' } })).toBe('record.invalid');
      expect(after(requested, { ...next, createdAt: '2019-01-01T00:00:00.000Z' })).toBe('record.invalid');
      expect(after(requested, { ...next, date: '2026-03-03' })).not.toBe('taken');
      expect(after(requested, { ...next, schemaVersion: 2 })).not.toBe('taken');
      expect(after(requested, { ...next, totals: 1 } as AnyRecord)).not.toBe('taken');
    }
    const issued: AnyRecord = { ...draft, status: 'issued' };
    expect(after(issued, { ...issued, totals: 1 } as AnyRecord)).toBe('record.final');
  });

  it('leave no trace of somebody else on what is final, and may come back to where it was', () => {
    const rewritten = (record: AnyRecord): AnyRecord[] => [
      { ...record, edits: ['again', ...record.edits] },
      { ...record, updatedAt: '2026-03-09T08:00:00.000Z' },
      { ...record, updatedBy: { user: 'eve', device: 'E1' } },
    ];
    const payment = samplePayment(context, { invoiceId: draft.id, date: '2026-03-02', amountCents: 100 });
    const pay = { ...entry, type: 'salaryStatement', body: { history: [] } };
    for (const kept of [
      { ...draft, status: 'issued' },
      payment,
      { ...pay, status: 'paid' },
      { ...pay, status: 'checked' },
    ]) {
      expect(after(kept, { ...kept, rev: '2-b', isPending: true })).toBe('taken');
      for (const next of rewritten(kept)) expect(after(kept, next)).toBe('record.final');
    }
    const bankImport = { ...entry, type: 'bankImport', status: 'imported' };
    const voided = { ...entry, status: 'voided' };
    for (const moving of [bankImport, voided]) {
      for (const next of rewritten(moving)) expect(after(moving, next)).toBe('taken');
    }
  });

  it('are all told in the history of a pay', () => {
    const told = (...statuses: string[]) =>
      statuses.map((status) => ({ status, at: '2026-03-01T08:00:00.000Z', by: 'claire' }));
    const pay = (status: string, figure: number, ...statuses: string[]): AnyRecord => {
      return { ...entry, type: 'salaryStatement', status, body: { figure, history: told(...statuses) } };
    };
    const requested = pay('requested', 1, 'requested');
    expect(after(requested, pay('validated', 1, 'requested', 'checked', 'validated'))).toBe('taken');
    expect(after(requested, pay('paid', 1, 'requested', 'checked', 'validated', 'paid'))).toBe('taken');
    expect(after(requested, pay('validated', 2, 'requested', 'checked', 'validated'))).toBe('record.transition');
    expect(after(requested, pay('validated', 1, 'requested', 'validated'))).toBe('record.transition');
    expect(after(requested, pay('paid', 1, 'requested', 'checked', 'validated'))).toBe('record.transition');
    expect(after(requested, pay('paid', 1, 'requested'))).toBe('record.transition');
    expect(after(requested, { ...pay('paid', 1), body: { figure: 1, history: [...told('requested'), null, 1] } })).toBe(
      'record.transition',
    );
    expect(after(requested, pay('validated', 1, 'cancelled', 'checked', 'validated'))).toBe('record.transition');
  });
});
