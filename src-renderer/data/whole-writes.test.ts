import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { BookStore } from './book-store.ts';
import type { RecordCollection, RecordWrite } from './storage-access.ts';
import { readByIds, removeRecord, writeRecords } from './storage-access.ts';
import { bringIn, openFreshStore, until } from './testing/fresh-store.ts';
import { betweenReadAndWrite, noteRevision, openSecondWindow } from './testing/second-window.ts';

// What two windows of one device write at the same moment: one of them is the later one, and writes all or nothing.

let store: BookStore;
let book: RecordCollection;
let other: Awaited<ReturnType<typeof openSecondWindow>>;
beforeEach(async () => {
  store = await openFreshStore();
  if (store.parts.collections.book === undefined) throw new Error('no book');
  book = store.parts.collections.book;
  other = await openSecondWindow(store);
});
afterEach(async () => {
  await other.close();
  await store.close();
});

const entryOf = (amountCents: number): AnyRecord =>
  sampleEntry(store.parts.context, { date: '2026-03-01', amountCents });

const voided = (before: AnyRecord): RecordWrite => {
  return { before, after: reviseRecord(store.parts.context, before, { status: 'voided' }) };
};

async function bringEntries(): Promise<[AnyRecord, AnyRecord, AnyRecord]> {
  const entries: [AnyRecord, AnyRecord, AnyRecord] = [entryOf(100), entryOf(200), entryOf(300)];
  await bringIn(store, entries);
  return entries;
}

async function statusesOf(records: readonly AnyRecord[]): Promise<(string | undefined)[]> {
  const ids = records.map(({ id }) => id);
  const stored = await readByIds(other.book, ids);
  return ids.map((id) => stored.get(id)?.status);
}

const CHANGED_ELSEWHERE = { error: { code: 'store.writeFailed', details: { changedElsewhere: true } } };

it('a record changed in the other window keeps the whole write back', async () => {
  const entries = await bringEntries();
  const [, second] = entries;
  const theirs = reviseRecord(store.parts.context, second, { body: { ...second.body, label: 'Ailleurs' } });
  betweenReadAndWrite(book, async () => unwrap(await writeRecords(other.book, [{ before: second, after: theirs }])));
  expect(await store.write('entryVoided', entries.map(voided))).toMatchObject(CHANGED_ELSEWHERE);
  expect(await statusesOf(entries)).toEqual(['active', 'active', 'active']);
  expect((await readByIds(book, [second.id])).get(second.id)?.body['label']).toBe('Ailleurs');
  expect(store.undoStack.last).toBeUndefined();
});

it('and no window shows any of it', async () => {
  const entries = await bringEntries();
  const seen: string[] = [];
  const listening = book.eventBulks$.subscribe(({ events }) => {
    seen.push(...events.map(({ documentId }) => documentId));
  });
  const [, , third] = entries;
  betweenReadAndWrite(book, async () => unwrap(await writeRecords(other.book, [voided(third)])));
  expect(await store.write('entryVoided', entries.map(voided))).toMatchObject(CHANGED_ELSEWHERE);
  const last = entryOf(400);
  unwrap(await store.write('entryAdded', [{ before: undefined, after: last }]));
  await until(() => seen.includes(last.id));
  listening.unsubscribe();
  expect(seen.filter((id) => id !== third.id)).toEqual([last.id]);
});

it('a name that the other window gave first keeps the whole write back', async () => {
  const [added, named] = [entryOf(100), entryOf(200)];
  betweenReadAndWrite(book, async () => unwrap(await writeRecords(other.book, [{ before: undefined, after: named }])));
  const writes = [added, named].map((after) => ({ before: undefined, after }));
  expect(await store.write('entryAdded', writes)).toMatchObject(CHANGED_ELSEWHERE);
  expect(await statusesOf([added, named])).toEqual([undefined, 'active']);
});

it('of many writes that have nothing to do with each other only the overtaken one is refused', async () => {
  const entries = await bringEntries();
  const [, second] = entries;
  const theirs = reviseRecord(store.parts.context, second, { body: { ...second.body, label: 'Ailleurs' } });
  betweenReadAndWrite(book, async () => unwrap(await writeRecords(other.book, [{ before: second, after: theirs }])));
  const refused = await store.writeEach('entryVoided', entries.map(voided));
  expect([...refused.keys()]).toEqual([second.id]);
  expect(refused.get(second.id)).toMatchObject(CHANGED_ELSEWHERE.error);
  expect(await statusesOf(entries)).toEqual(['voided', 'active', 'voided']);
});

it('what the other window changed is not taken out of the store', async () => {
  const [first] = await bringEntries();
  betweenReadAndWrite(book, async () => unwrap(await writeRecords(other.book, [voided(first)])));
  expect(await removeRecord(book, first.id)).toMatchObject(CHANGED_ELSEWHERE);
  expect(await statusesOf([first])).toEqual(['voided']);
});

it('what the exchange notes of the same edition meanwhile holds no write back, and stays noted', async () => {
  const [first] = await bringEntries();
  betweenReadAndWrite(book, () => noteRevision(other.book, first.id, '2-noted'));
  unwrap(await store.write('entryVoided', [voided(first)]));
  const stored = (await readByIds(book, [first.id])).get(first.id);
  expect(stored).toMatchObject({ status: 'voided', rev: '2-noted', isPending: true });
});

it('nor an undo', async () => {
  const entry = entryOf(100);
  unwrap(await store.write('entryAdded', [{ before: undefined, after: entry }]));
  betweenReadAndWrite(book, () => noteRevision(other.book, entry.id, '1-noted'), 1);
  expect(await store.undo()).toEqual({ ok: true, value: 'entryAdded' });
  expect((await readByIds(book, [entry.id])).get(entry.id)).toMatchObject({ status: 'voided', rev: '1-noted' });
});
