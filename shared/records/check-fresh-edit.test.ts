import { expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { checkFreshEdit } from './check-fresh-edit.ts';
import type { AnyRecord } from './envelope.ts';
import { reviseRecord } from './write-record.ts';

const context = sampleContext('lea.morvan');
const first: AnyRecord = sampleEntry(context, { date: '2026-03-02', amountCents: 12_000 });
const stored = { ...reviseRecord(context, first, { date: '2026-03-03' }), rev: '2-b' };
const changed: AnyRecord = { ...stored, body: { ...stored.body, label: 'Autre' } };
const refused = { error: { code: 'record.invalid', details: { path: 'edits' } } };

it('a change brings an edit of its own', () => {
  expect(checkFreshEdit(undefined, first).ok).toBe(true);
  expect(checkFreshEdit(stored, reviseRecord(context, changed, {})).ok).toBe(true);
  // One that a merge made descends from both.
  expect(checkFreshEdit(stored, { ...changed, edits: ['new', 'other', ...stored.edits] }).ok).toBe(true);
  // An offer says the same once more, under an edit of its own.
  expect(checkFreshEdit(stored, reviseRecord(context, stored, {})).ok).toBe(true);
});

it.each<[string, Partial<AnyRecord>]>([
  ['another body', { body: changed.body }],
  ['another status', { status: 'voided' }],
  ['another date', { date: '2026-04-01' }],
  ['another author', { updatedBy: { user: 'eve', device: 'D9' } }],
  ['another moment', { updatedAt: '2099-12-31T23:59:59.999Z' }],
  ['a member of later', { later: 1 } as Partial<AnyRecord>],
  ['edits that begin as before', { edits: [stored.edits[0] ?? '', 'other'] }],
  ['the edit of before', { edits: [first.edits[0] ?? ''], body: changed.body }],
])('the same edit does not come with %s', (_, change) => {
  expect(checkFreshEdit(stored, { ...stored, ...change })).toMatchObject(refused);
});

it('what is sent again after its answer was lost says the same', () => {
  expect(checkFreshEdit(stored, { ...stored, rev: '1-a', isPending: true }).ok).toBe(true);
});
