import { expect, it } from 'vitest';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../../../shared/testing/sample-records.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { buildConflictCopy } from '../../../data/conflicts/conflict-copy.ts';
import { whoKept, whoStands } from './who-wrote.ts';

const ada = sampleContext('ada.fall', 'A1');
const nadia = sampleContext('nadia.roy', 'N1');
const entry = sampleEntry(ada, { date: '2026-03-02', amountCents: 100 });
const byNadia = reviseRecord(nadia, entry, { body: { ...entry.body, label: 'Autre' } });

it('a version is by who kept it, or by somebody else as who kept it says', () => {
  const own = buildConflictCopy(ada, entry, ['label'], 'clash');
  expect(whoKept(own, entry)).toEqual({ written: entry, sayer: undefined });
  const others = buildConflictCopy(ada, byNadia, ['label'], 'mineIsFinal');
  expect(whoKept(others, byNadia)).toEqual({ written: byNadia, sayer: 'ada.fall' });
});

it('what stands is by who wrote it; of a merge that nobody touched since, as who merged it says', () => {
  const copy = buildConflictCopy(ada, entry, ['label'], 'clash', byNadia);
  const merged = { ...byNadia, updatedAt: entry.updatedAt, updatedBy: entry.updatedBy };
  const { user, device } = byNadia.updatedBy;
  expect(whoStands(copy, entry, merged)).toEqual({
    written: { updatedBy: { user, device, at: byNadia.updatedAt }, updatedAt: byNadia.updatedAt },
    sayer: 'ada.fall',
  });
  const later = { ...merged, updatedAt: '2026-03-30T08:00:00.000Z' };
  expect(whoStands(copy, entry, later)).toEqual({ written: later, sayer: undefined });
  // The mark is of the version that lost: who stands there by another name wrote it.
  const theirs = { ...byNadia, updatedAt: entry.updatedAt };
  expect(whoStands(copy, entry, theirs)).toEqual({ written: theirs, sayer: undefined });
  expect(whoStands(copy, entry, undefined)).toBeUndefined();
});
