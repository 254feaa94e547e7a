import { describe, expect, it } from 'vitest';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice } from '../testing/sample-records.ts';
import { checkCreation } from './check-creation.ts';
import { checkSize } from './check-size.ts';
import { checkTransition, isForGood, keepsMembers } from './check-transition.ts';
import { checkClosedMonths, isInClosedMonth, isInItsMonth } from './closed-months.ts';
import { isCounted } from './counted.ts';
import { DEVICE_MEMBER, withoutDeviceMember } from './device-member.ts';
import type { AnyRecord } from './envelope.ts';
import { isReachable } from './reachable-status.ts';
import { SMALL_SIZE } from './record-facts.ts';
import { isRetired } from './retired.ts';
import { isSealed, sealOf } from './seal.ts';
import { isSettingsSubject, subjectId } from './settings-subjects.ts';
import { isUnderstood, notUnderstood } from './understood.ts';
import { createRecord, reviseRecord } from './write-record.ts';

const context = sampleContext();
const entry: AnyRecord = sampleEntry(context, { date: '2026-03-02', amountCents: 100 });
const draft: AnyRecord = sampleInvoice(context, { date: '2026-03-02', netCents: 100, vatCents: 20 });
const told = (...statuses: unknown[]) => statuses.map((status) => ({ status }));
const pay = (status: string, history: unknown): AnyRecord => ({
  ...entry,
  ...{ type: 'salaryStatement', status, body: { history } },
});
const later: AnyRecord = { ...entry, type: 'laterNote' };

describe('how a record begins', () => {
  it.each([
    ['a new entry', entry],
    ['an entry voided before it was sent', { ...entry, status: 'voided' }],
    ['an invoice issued before it was sent', { ...draft, status: 'issued' }],
    ['a pay asked', pay('requested', told('requested'))],
    ['a pay asked and withdrawn', pay('cancelled', told('requested', 'cancelled'))],
    ['a pay paid offline, every step told', pay('paid', told('requested', 'checked', 'validated', 'paid'))],
  ])('%s', (_, record) => {
    expect(checkCreation(record)).toEqual({ ok: true, value: record });
  });

  it.each([
    ['a status of another type', { ...entry, status: 'issued' }, 'active'],
    ['a pay without a step', pay('requested', []), 'requested'],
    ['a pay that starts in the middle', pay('checked', told('checked')), 'requested'],
    ['a pay that leaves out a step', pay('validated', told('requested', 'validated')), 'requested'],
    ['a pay whose history ends elsewhere', pay('paid', told('requested', 'checked')), 'requested'],
    ['a pay whose history goes on', pay('requested', told('requested', 'checked')), 'requested'],
    ['a pay with a step that is nothing', pay('checked', [{ status: 'requested' }, null]), 'requested'],
    ['a pay whose first step is nothing', pay('requested', [null]), 'requested'],
  ])('not as %s', (_, record, from) => {
    expect(checkCreation(record)).toMatchObject({
      error: { code: 'record.transition', details: { from, to: record.status } },
    });
  });

  it('not of a type nobody knows', () => {
    expect(checkCreation(later)).toMatchObject({ error: { code: 'record.unknownType' } });
  });
});

describe('how statuses lead to each other', () => {
  const statuses = { a: ['b'], b: ['c', 'a'], c: [] };

  it.each([
    ['a', 'a', true],
    ['a', 'c', true],
    ['c', 'a', false],
    ['a', 'unknown', false],
    ['unknown', 'a', false],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(isReachable(statuses, from, to)).toBe(expected);
  });

  it.each([
    [{ type: 'invoice', status: 'draft' }, false, false],
    [{ type: 'invoice', status: 'issued' }, true, true],
    [{ type: 'invoice', status: 'voided' }, false, false],
    [{ type: 'ledgerEntry', status: 'voided' }, false, false],
    [{ type: 'payment', status: 'recorded' }, true, true],
    [{ type: 'bankImport', status: 'imported' }, false, true],
    [{ type: 'salaryStatement', status: 'requested' }, true, true],
    [{ type: 'laterNote', status: 'active' }, false, false],
    [{ type: 'invoice', status: 'gone' }, true, false],
  ])('%j stays for good: %s, is sealed: %s', (record, staysForGood, sealed) => {
    expect(isForGood(record)).toBe(staysForGood);
    expect(isSealed(record)).toBe(sealed);
  });
});

describe('one step', () => {
  it.each(['id', 'type', 'activityId', 'createdAt', 'createdBy'] as const)('keeps %s', (member) => {
    const other = member === 'createdBy' ? { user: 'eve', device: 'E' } : 'other';
    expect(checkTransition(entry, { ...entry, [member]: other })).toMatchObject({
      error: { code: 'record.invalid', details: { path: member } },
    });
  });

  it('leads back to no earlier schema, and says of which record', () => {
    expect(checkTransition(entry, { ...entry, schemaVersion: entry.schemaVersion - 1 })).toMatchObject({
      error: { code: 'record.tooNew', details: { id: entry.id } },
    });
  });

  it('says from where it cannot go where', () => {
    expect(checkTransition(draft, { ...draft, status: 'paid' })).toMatchObject({
      error: { code: 'record.transition', details: { from: 'draft', to: 'paid' } },
    });
    expect(checkTransition({ ...draft, status: 'unknown' }, draft)).toMatchObject({
      error: { code: 'record.transition' },
    });
    expect(checkTransition(later, later)).toMatchObject({ error: { code: 'record.unknownType' } });
  });

  it('names what can no longer change', () => {
    const issued = { ...draft, status: 'issued' };
    expect(checkTransition(issued, { ...issued, date: '2026-03-03' })).toMatchObject({
      error: { code: 'record.final', details: { id: draft.id } },
    });
  });

  it('lets a history grow with a step, and only with one', () => {
    const before = pay('requested', told('requested'));
    const to = (history: unknown, status = 'checked') =>
      checkTransition(before, { ...before, status, body: { history } });
    expect(to(told('requested', 'checked')).ok).toBe(true);
    expect(to(told('requested', 'checked'), 'requested')).toMatchObject({ error: { code: 'record.final' } });
    expect(to(told('requested', 'checked', 'checked'))).toMatchObject({ error: { code: 'record.final' } });
    expect(to(told('refused', 'checked'))).toMatchObject({ error: { code: 'record.final' } });
    expect(to('checked')).toMatchObject({ error: { code: 'record.final' } });
    expect(to(undefined)).toMatchObject({ error: { code: 'record.final' } });
    const nothingTold = pay('requested', []);
    expect(checkTransition(nothingTold, { ...nothingTold, status: 'checked' })).toMatchObject({
      error: { code: 'record.final' },
    });
    const untold = pay('requested', 'x');
    expect(checkTransition(untold, { ...untold, status: 'checked' }).ok).toBe(true);
    expect(checkTransition(untold, { ...untold, status: 'checked', body: { history: [] } }).ok).toBe(false);
  });

  it('outside its body may change what a step changes, and what is named', () => {
    const step = {
      status: 'x',
      updatedAt: 'x',
      updatedBy: { user: 'x', device: 'x' },
      edits: ['x'],
      rev: 'x',
      body: {},
    };
    expect(keepsMembers(entry, { ...entry, ...step, isPending: true })).toBe(true);
    expect(keepsMembers(entry, { ...entry, date: '2026-03-03' })).toBe(false);
    expect(keepsMembers(entry, { ...entry, date: '2026-03-03' }, ['date'])).toBe(true);
    expect(keepsMembers(entry, { ...entry, rev: 'x' }, ['date'])).toBe(false);
  });
});

describe('the size of a record', () => {
  const noted = (length: number): AnyRecord => ({ ...entry, body: { ...entry.body, laterNote: 'x'.repeat(length) } });
  // Room that is left for a member this version does not know.
  const room = SMALL_SIZE - JSON.stringify(bare(noted(0))).length;

  function bare({ updatedBy, ...record }: AnyRecord): AnyRecord {
    return {
      ...record,
      ...{ status: '', updatedAt: '', edits: [], rev: '' },
      updatedBy: { ...updatedBy, user: '', device: '' },
    };
  }

  it('is bounded to the last character', () => {
    expect(checkSize(undefined, noted(room))).toEqual({ ok: true, value: noted(room) });
    expect(checkSize(undefined, noted(room + 1))).toMatchObject({
      error: { code: 'record.tooLarge', details: { most: SMALL_SIZE } },
    });
  });

  it('may stay as it was stored, and may not grow', () => {
    const large = noted(room + 10);
    expect(checkSize(large, { ...large, status: 'voided', edits: ['a', ...large.edits], rev: '2-b' }).ok).toBe(true);
    expect(checkSize(large, noted(room + 9)).ok).toBe(true);
    expect(checkSize(large, noted(room + 11)).ok).toBe(false);
    expect(checkSize(noted(1), noted(room)).ok).toBe(true);
  });

  it('counts what anybody hides beside the names of who wrote it', () => {
    const updatedBy = { ...entry.updatedBy, note: 'x'.repeat(room + 50) };
    expect(checkSize(undefined, { ...entry, updatedBy }).ok).toBe(false);
  });

  it('has no bound of its own where a type has none, or is not known', () => {
    for (const type of ['invoice', 'laterNote'])
      expect(checkSize(undefined, { ...noted(room + 1), type }).ok).toBe(true);
  });
});

describe('the month of a record', () => {
  const refused = { error: { code: 'period.closed' } };
  const sent = (record: AnyRecord): AnyRecord => ({ ...record, rev: '1-a', date: '2026-03-02' });

  it.each([
    ['2026-03-31', '2026-03', true],
    ['2026-04-01', '2026-03', false],
    ['2026-03-31', undefined, false],
  ])('%s is closed through %s: %s', (date, closedThrough, expected) => {
    expect(isInClosedMonth(date, closedThrough)).toBe(expected);
  });

  it.each([
    [entry, true],
    [{ ...draft, status: 'issued' }, true],
    [draft, false],
    [pay('requested', []), true],
    [pay('refused', []), false],
    [later, false],
    [{ ...entry, type: 'customer' }, false],
  ])('a record stands in its month: %#', (record, expected) => {
    expect(isInItsMonth(record)).toBe(expected);
  });

  it('a pay may pass from step to step there, but neither enter nor leave', () => {
    const asked = sent(pay('requested', told('requested')));
    expect(checkClosedMonths(asked, { ...asked, status: 'checked' }, '2026-03').ok).toBe(true);
    expect(checkClosedMonths(asked, { ...asked, status: 'refused' }, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(undefined, asked, '2026-03')).toMatchObject(refused);
    const out = { ...asked, status: 'refused' };
    expect(checkClosedMonths(out, { ...out, edits: ['x'] }, '2026-03').ok).toBe(true);
  });

  it('an entry may not even be written again there', () => {
    expect(checkClosedMonths(sent(entry), sent(entry), '2026-03')).toMatchObject(refused);
  });
});

describe('the seal', () => {
  const sealed: AnyRecord = { ...entry, body: { ...entry.body, seal: 'a', history: [] } };
  const seal = sealOf(sealed, hash);

  it('stays whatever steps are taken', () => {
    const stepped = {
      ...{ ...sealed, status: 'x', updatedAt: 'x', updatedBy: { user: 'x', device: 'x' }, edits: ['x'], rev: 'x' },
      body: { ...sealed.body, seal: 'b', history: told('x') },
    };
    expect(sealOf(stepped, hash)).toBe(seal);
  });

  it.each(['id', 'type', 'activityId', 'date', 'createdAt', 'createdBy'] as const)('breaks with %s', (member) => {
    expect(sealOf({ ...sealed, [member]: 'other' }, hash)).not.toBe(seal);
  });

  it('breaks with any other member of the body', () => {
    expect(sealOf({ ...sealed, body: { ...sealed.body, label: 'other' } }, hash)).not.toBe(seal);
    expect(sealOf({ ...sealed, body: { ...sealed.body, extra: 1 } }, hash)).not.toBe(seal);
  });
});

describe('what a record counts for', () => {
  it.each([
    ['an entry', entry, true],
    ['what was voided', { ...entry, status: 'voided' }, false],
    ['a draft', draft, false],
    ['a type that counts for nothing', { ...entry, type: 'customer' }, false],
    ['a type nobody knows', later, false],
  ])('%s', (_, record, counts) => {
    expect(isCounted(record)).toBe(counts);
  });
});

describe('what only a device has of a record', () => {
  it('never goes on the wire; the rest stays', () => {
    expect(withoutDeviceMember({ ...entry, [DEVICE_MEMBER]: true })).toEqual(entry);
    expect(DEVICE_MEMBER in { ...entry, isPending: true }).toBe(true);
    expect(withoutDeviceMember(entry)).toEqual(entry);
  });
});

it('the subjects of the settings are types of their own, each with one record', () => {
  expect(['closing', 'employerFacts'].map(isSettingsSubject)).toEqual([true, true]);
  expect(['customer', 'cooperativeSettings', 'toString'].map(isSettingsSubject)).toEqual([false, false, false]);
  expect(subjectId('closing')).toBe('closing:main');
});

it('settings of the version before are written no more; every other type is', () => {
  expect(isRetired('cooperativeSettings')).toBe(true);
  expect(['customer', 'closing', 'laterNote'].map(isRetired)).toEqual([false, false, false]);
});

describe('what this version understands', () => {
  it('its own types in its own and in earlier versions', () => {
    expect(notUnderstood(entry)).toBeUndefined();
    expect(isUnderstood({ ...entry, schemaVersion: 0 })).toBe(true);
    const newer = { ...entry, schemaVersion: entry.schemaVersion + 1 };
    expect(notUnderstood(newer)).toMatchObject({ code: 'record.tooNew', details: { id: entry.id } });
    expect(notUnderstood(later)).toMatchObject({ code: 'record.unknownType', details: { type: 'laterNote' } });
    expect([newer, later].map(isUnderstood)).toEqual([false, false]);
  });
});

describe('a new record', () => {
  const clock = () => '2026-03-01T08:00:00.000Z';
  const writer = { author: { user: 'awa', device: 'D1' }, clock, newId: () => 'NEW' };
  const fields = { type: 'payment', activityId: 'A1', date: '2026-03-02', status: 'recorded' } as const;
  const body = { invoiceId: 'invoice:1', amountCents: 1, currency: 'EUR', method: 'transfer' as const };

  it('names who made it and when, has its first edit and was never sent', () => {
    expect(createRecord(writer, { ...fields, body })).toEqual({
      ...{ ...fields, body, id: 'payment:NEW', schemaVersion: 1, edits: ['NEW'], rev: '' },
      ...{ createdAt: clock(), createdBy: writer.author, updatedAt: clock(), updatedBy: writer.author },
    });
    expect(createRecord(writer, { ...fields, body, id: 'payment:fixed' })).toMatchObject({
      ...{ id: 'payment:fixed', edits: ['NEW'] },
    });
  });

  it('is followed by one with the change, the writer and a fresh edit', () => {
    const record = createRecord(context, { ...fields, body });
    expect(reviseRecord(writer, record, { date: '2026-03-03' })).toEqual({
      ...{ ...record, date: '2026-03-03', edits: ['NEW', ...record.edits] },
      ...{ updatedAt: clock(), updatedBy: writer.author },
    });
  });
});
