import { describe, expect, it } from 'vitest';
import type { Writer } from '../access/check-authority.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { createRecord } from '../records/write-record.ts';
import { checkKeptVersion, isOfItsRecord } from './check-kept-version.ts';

const MEMBER: Writer = { name: 'lea.morvan', roles: ['member'] };
const SUPPORT: Writer = { name: 'nadia', roles: ['support-team'] };
const context = sampleContext(MEMBER.name);
const entry = sampleEntry(context, { date: '2026-03-02', amountCents: 12_000 });

type Version = Readonly<Record<string, unknown>>;

/** A copy that keeps a version of the record that the version itself names, or of another one. */
function keep(version: Version, recordId = version['id'] as string): Parameters<typeof checkKeptVersion>[0] {
  return createRecord(context, {
    ...{ type: 'conflictCopy', activityId: entry.activityId, date: entry.date, status: 'open' },
    body: { recordId, fields: ['status'], reason: 'bothFinal', copy: version },
  });
}

/** `true`, or the code of the refusal and what it tells. */
function judge(version: Version, writer: Writer, recordId?: string): unknown {
  const judged = checkKeptVersion(keep(version, recordId), writer);
  return judged.ok ? judged.value : [judged.error.code, judged.error.details];
}

const of = (type: string, change: Version = {}): Version => ({ ...entry, type, id: `${type}:1`, ...change });
const step = (status: string, by: string) => ({ status, at: '2026-03-27T09:00:00.000Z', by });
const asked = step('requested', MEMBER.name);
const pay = (status: string, history: unknown, change: Version = {}): Version =>
  of('salaryStatement', { status, body: { history }, ...change });

describe('a version of a record that lost a conflict is kept', () => {
  it.each<[string, Version, Writer]>([
    ['an entry, by a member', of('ledgerEntry'), MEMBER],
    ['an entry, by the support team', of('ledgerEntry'), SUPPORT],
    ['an entry that somebody else wrote', of('ledgerEntry', { updatedBy: { user: 'nadia', device: 'D2' } }), MEMBER],
    ['settings of the activity, by the support team', of('activitySettings'), SUPPORT],
    ['a type of later, of which nobody knows who writes it', of('garden'), MEMBER],
    ['a pay that the member asked for', pay('requested', [asked]), MEMBER],
    ['a pay that the member withdrew', pay('cancelled', [asked, step('cancelled', MEMBER.name)]), MEMBER],
    ['a pay that tells no steps', pay('requested', undefined), MEMBER],
    ['a pay without a body', pay('requested', [], { body: undefined }), MEMBER],
    ['a decision, by the support team', pay('checked', [asked, step('checked', SUPPORT.name)]), SUPPORT],
  ])('%s', (_, version, writer) => {
    expect(judge(version, writer)).toBe(true);
  });
});

describe('nobody keeps as a version', () => {
  const invalid = (path: string) => ['record.invalid', { path }];
  const forbidden = (why: string) => ['record.forbidden', { why }];

  it.each<[string, Version, string]>([
    ['that of another record', of('ledgerEntry'), 'ledgerEntry:2'],
    ['that of another activity', of('ledgerEntry', { activityId: 'A2' }), 'ledgerEntry:1'],
    ['one of another type than its id names', of('ledgerEntry', { id: 'expense:1' }), 'expense:1'],
    ['one whose id only ends with its type', of('ledgerEntry', { id: '1:ledgerEntry:' }), '1:ledgerEntry:'],
    ['one without a type', of('ledgerEntry', { type: undefined }), 'ledgerEntry:1'],
  ])('%s', (_, version, recordId) => {
    expect(isOfItsRecord(keep(version, recordId))).toBe(false);
    expect(judge(version, SUPPORT, recordId)).toEqual(invalid('body.copy'));
  });

  it('a record of the commons, whose conflicts stay on the device', () => {
    expect(judge(of('closing'), SUPPORT)).toEqual(invalid('body.copy.type'));
  });

  it('what the writer could not have written', () => {
    expect(judge(of('activitySettings'), MEMBER)).toEqual(forbidden('type'));
    expect(judge(of('verdict'), SUPPORT)).toEqual(forbidden('type'));
    expect(judge(of('verdict'), MEMBER)).toEqual(forbidden('type'));
  });

  it('what the writer could not have written, however its type is noted', () => {
    expect(judge(of('activitySettings', { type: ['activitySettings'] }), MEMBER)).toEqual(forbidden('type'));
  });

  const checked = step('checked', SUPPORT.name);
  it.each<[string, Version]>([
    ['taken by the support team', pay('checked', [asked, checked])],
    ['taken by the support team, under the status of before', pay('requested', [asked, checked])],
    ['signed with the member’s own name', pay('requested', [asked, step('checked', MEMBER.name)])],
    ['told first, with steps of the member behind it', pay('requested', [checked, asked])],
    ['in its status alone', pay('checked', [asked])],
    ['in its status alone, with nothing told', pay('validated', [])],
    ['on a pay that somebody else wrote', pay('requested', [asked], { updatedBy: { user: 'nadia', device: 'D2' } })],
    ['on a pay that names no author', pay('requested', [asked], { updatedBy: undefined })],
    ['in a history that cannot be read', pay('requested', [null])],
    ['taken on a pay abroad', { ...pay('checked', [asked, checked]), type: 'abroadPay', id: 'abroadPay:1' }],
  ])('a decision %s, as a member', (_, version) => {
    expect(judge(version, MEMBER)).toEqual(forbidden('step'));
  });
});
