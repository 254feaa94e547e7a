import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { BookStore } from './book-store.ts';
import type { RecordWrite } from './storage-access.ts';
import { bringIn, openFreshStore, until } from './testing/fresh-store.ts';

let store: BookStore;
beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

const statusOf = ({ id }: AnyRecord): string | undefined => store.book.get(id)?.status;
const voided = (before: AnyRecord): RecordWrite => {
  return { before, after: reviseRecord(store.parts.context, before, { status: 'voided' }) };
};

async function bringEntries(count: number): Promise<AnyRecord[]> {
  const entries = Array.from({ length: count }, (_, index) =>
    sampleEntry(store.parts.context, { date: '2026-03-01', amountCents: 100 + index }),
  );
  await bringIn(store, entries);
  return entries;
}

it('many records of one write are taken back by one undo, all of them', async () => {
  const entries = await bringEntries(20);
  expect(await store.writeEach('entryVoided', entries.map(voided))).toEqual(new Map());
  await until(() => entries.every((entry) => statusOf(entry) === 'voided'));
  expect(await store.undo()).toEqual(ok('entryVoided'));
  await until(() => entries.every((entry) => statusOf(entry) === 'active'));
  expect(store.undoStack.last).toBeUndefined();
});

it('what was refused is not taken back with the others', async () => {
  const [good, wrong, overtaken] = (await bringEntries(3)) as [AnyRecord, AnyRecord, AnyRecord];
  await store.write('entryVoided', [voided(overtaken)]);
  const misplaced = { ...wrong, activityId: 'A2' };
  const refused = await store.writeEach('entryChanged', [
    voided(good),
    { before: wrong, after: voided(misplaced).after },
    voided(overtaken),
  ]);
  expect(refused.get(wrong.id)).toMatchObject({ code: 'record.invalid' });
  expect(refused.get(overtaken.id)).toMatchObject({ code: 'store.writeFailed', details: { changedElsewhere: true } });
  expect(refused.size).toBe(2);
  await until(() => statusOf(good) === 'voided' && statusOf(overtaken) === 'voided');
  expect(await store.undo()).toEqual(ok('entryChanged'));
  await until(() => statusOf(good) === 'active');
  expect([statusOf(wrong), statusOf(overtaken)]).toEqual(['active', 'voided']);
});

it('leaves nothing to take back when all are refused', async () => {
  const [entry] = (await bringEntries(1)) as [AnyRecord];
  const refused = await store.writeEach('entryChanged', [{ before: entry, after: { ...entry, type: 'unknown' } }]);
  expect([...refused.keys()]).toEqual([entry.id]);
  expect(store.undoStack.last).toBeUndefined();
});
