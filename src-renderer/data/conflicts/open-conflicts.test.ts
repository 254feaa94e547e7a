import { expect, it } from 'vitest';
import { sampleContext } from '../../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../../shared/testing/sample-records.ts';
import { buildConflictCopy } from './conflict-copy.ts';
import { waitsForChoice } from './open-conflicts.ts';

const context = sampleContext('nadia.charpentier', 'here');
const entry = sampleEntry(context, { date: '2026-03-02', amountCents: 100 });

it('asks those who may write the record, until it is settled', () => {
  const ofEntry = buildConflictCopy(context, entry, ['label'], 'clash');
  const ofSettings = buildConflictCopy(context, { ...entry, type: 'activitySettings' }, ['reserve'], 'clash');
  const ofNewer = buildConflictCopy(context, { ...entry, type: 'garden' }, ['beds'], 'clash');
  expect([ofEntry, ofSettings, ofNewer].map((copy) => waitsForChoice(copy, 'member'))).toEqual([true, false, true]);
  const ofRetired = buildConflictCopy(context, { ...entry, type: 'cooperativeSettings' }, ['iban'], 'clash');
  const all = [ofEntry, ofSettings, ofRetired];
  expect(all.map((copy) => waitsForChoice(copy, 'supportTeam'))).toEqual([true, true, true]);
  expect(waitsForChoice(ofRetired, 'member')).toBe(false);
  expect(waitsForChoice({ ...ofEntry, status: 'settled' }, 'supportTeam')).toBe(false);
});
