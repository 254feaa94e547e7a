import { describe, expect, it } from 'vitest';
import { checkAuthority } from '../access/check-authority.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { checkRecord } from './check-record.ts';
import { checkTransition } from './check-transition.ts';
import type { AnyRecord } from './envelope.ts';
import { EDITS_KEPT } from './envelope.ts';
import { reviseRecord } from './write-record.ts';

const context = sampleContext();
const entry = sampleEntry(context, { date: '2026-03-02', amountCents: 12_000, vatCents: 2_000 });
const draft = sampleInvoice(context, { date: '2026-03-02', netCents: 10_000, vatCents: 2_000 });
const member = { name: 'lea.morvan', roles: ['member'] };

describe('structure', () => {
  it('accepts what the application writes and keeps unknown members', () => {
    const extended = { ...entry, body: { ...entry.body, laterField: 'kept' } };
    expect(checkRecord(extended)).toEqual({ ok: true, value: extended });
  });

  it.each([
    ['id of another type', { id: 'invoice:1' }, 'id'],
    ['id too long', { id: `ledgerEntry:${'0'.repeat(40)}` }, 'id'],
    ['date that does not exist', { date: '2026-02-30' }, 'date'],
    ['unknown status', { status: 'lost' }, 'status'],
    ['no edit id', { edits: [] }, 'edits'],
    ['cents with decimals', { body: { ...entry.body, amountCents: 12.5 } }, 'body.amountCents'],
    ['NaN', { body: { ...entry.body, amountCents: Number.NaN } }, 'body.amountCents'],
    ['an amount beyond the limit', { body: { ...entry.body, amountCents: 2 ** 53 } }, 'body.amountCents'],
    ['no label', { body: { ...entry.body, label: '' } }, 'body.label'],
  ])('refuses %s', (_name, change, path) => {
    expect(checkRecord({ ...entry, ...change })).toMatchObject({
      ok: false,
      error: { code: 'record.invalid', details: { path } },
    });
  });

  it('refuses an unknown type and a newer schema by name', () => {
    expect(checkRecord({ ...entry, type: 'spaceship' })).toMatchObject({ error: { code: 'record.unknownType' } });
    expect(checkRecord({ ...entry, schemaVersion: 99 })).toMatchObject({ error: { code: 'record.tooNew' } });
  });
});

describe('life cycle', () => {
  const issued: AnyRecord = { ...draft, status: 'issued' };

  it('lets drafts change and be issued, and issued invoices stay as they are', () => {
    expect(checkTransition(draft, reviseRecord(context, draft, { body: { ...draft.body, subject: 'Autre' } })).ok).toBe(
      true,
    );
    expect(checkTransition(draft, reviseRecord(context, draft, { status: 'issued' })).ok).toBe(true);
    const altered = reviseRecord(context, issued, { body: { ...issued.body, subject: 'Autre' } });
    expect(checkTransition(issued, altered)).toMatchObject({ error: { code: 'record.final' } });
    expect(checkTransition(issued, { ...issued, date: '2026-03-03' })).toMatchObject({
      error: { code: 'record.final' },
    });
    expect(checkTransition(issued, { ...issued, status: 'draft' })).toMatchObject({
      error: { code: 'record.transition' },
    });
  });

  it('never moves a record to another activity', () => {
    expect(checkTransition(entry, { ...entry, activityId: 'other' })).toMatchObject({
      error: { code: 'record.invalid' },
    });
  });

  it('lets the history of a statement grow by one step with its status, and nothing else', () => {
    const first = { status: 'requested', at: '2026-03-01T08:00:00.000Z', by: 'lea.morvan' };
    const second = { status: 'checked', at: '2026-03-02T08:00:00.000Z', by: 'claire' };
    const statement = { ...draft, type: 'salaryStatement', status: 'requested', body: { figure: 1, history: [first] } };
    const step = (body: AnyRecord['body'], status = 'checked') =>
      checkTransition(statement, { ...statement, status, body });
    expect(step({ figure: 1, history: [first, second] }).ok).toBe(true);
    expect(step({ figure: 2, history: [first, second] })).toMatchObject({ error: { code: 'record.final' } });
    expect(step({ figure: 1, history: [second] })).toMatchObject({ error: { code: 'record.final' } });
    expect(step({ figure: 1, history: [first, second] }, 'requested')).toMatchObject({
      error: { code: 'record.final' },
    });
    expect(step({ figure: 1, history: [first, second] }, 'paid')).toMatchObject({
      error: { code: 'record.transition' },
    });
  });
});

describe('authority', () => {
  const payment = samplePayment(context, { date: '2026-03-02', invoiceId: draft.id, amountCents: 100 });

  it('lets members write their own records under their own name', () => {
    expect(checkAuthority(undefined, payment, member).ok).toBe(true);
    expect(checkAuthority(undefined, payment, { name: 'other', roles: ['member'] })).toMatchObject({
      error: { code: 'record.forbidden', details: { why: 'author' } },
    });
  });

  it('keeps verdicts to the server and settings to the support team', () => {
    const verdict = { ...payment, type: 'verdict', status: 'verified' };
    expect(checkAuthority(undefined, verdict, member)).toMatchObject({ error: { details: { why: 'type' } } });
    expect(checkAuthority(undefined, verdict, { name: 'server', roles: ['_admin'] }).ok).toBe(true);
    const settings = { ...payment, type: 'activitySettings', status: 'active' };
    expect(checkAuthority(undefined, settings, member)).toMatchObject({ error: { details: { why: 'type' } } });
  });

  it('keeps checking and validating a pay to the support team', () => {
    const asked = { status: 'requested', at: payment.createdAt, by: 'lea.morvan' };
    const before = { ...payment, type: 'salaryStatement', status: 'requested', body: { history: [asked] } };
    const after = { ...before, status: 'checked', body: { history: [asked, { ...asked, status: 'checked' }] } };
    expect(checkAuthority(before, after, member)).toMatchObject({ error: { details: { why: 'step' } } });
    expect(checkAuthority(before, after, { name: 'lea.morvan', roles: ['support-team'] }).ok).toBe(true);
  });
});

describe('ancestry', () => {
  it('puts a fresh edit first and keeps twelve', () => {
    let record = entry;
    const first = record.edits[0];
    for (let index = 0; index < EDITS_KEPT - 1; index += 1) record = reviseRecord(context, record, {});
    expect(record.edits.at(-1)).toBe(first);
    record = reviseRecord(context, record, {});
    expect(record.edits).toHaveLength(EDITS_KEPT);
    expect(record.edits).not.toContain(first);
    expect(new Set(record.edits).size).toBe(EDITS_KEPT);
  });
});
