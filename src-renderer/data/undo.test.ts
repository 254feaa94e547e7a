import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok, unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { BookStore } from './book-store.ts';
import { openFreshStore, until } from './testing/fresh-store.ts';

let store: BookStore;
beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

async function add(): Promise<AnyRecord> {
  const after = sampleEntry(store.parts.context, { date: '2026-03-01', amountCents: 100 });
  unwrap(await store.write('entryAdded', [{ before: undefined, after }]));
  return after;
}

const statusOf = ({ id }: AnyRecord): string | undefined => store.book.get(id)?.status;

it('pressed twice at once takes two writes back, the last one first', async () => {
  const first = await add();
  const second = await add();
  const after = reviseRecord(store.parts.context, second, { body: { ...second.body, label: 'Plants' } });
  unwrap(await store.write('entryChanged', [{ before: second, after }]));
  expect(await Promise.all([store.undo(), store.undo()])).toEqual([ok('entryChanged'), ok('entryAdded')]);
  await until(() => statusOf(second) === 'voided');
  expect(statusOf(first)).toBe('active');
  expect(store.undoStack.last?.label).toBe('entryAdded');
});

it('what is written while something is taken back can be taken back itself', async () => {
  const first = await add();
  const [undone, second] = await Promise.all([store.undo(), add()]);
  expect(undone.ok).toBe(true);
  await until(() => statusOf(first) === 'voided' && statusOf(second) === 'active');
  expect(unwrap(await store.undo())).toBe('entryAdded');
  await until(() => statusOf(second) === 'voided');
});

it('a window offers to take back the last fifty writes', async () => {
  const added: AnyRecord[] = [];
  for (let count = 0; count < 51; count += 1) added.push(await add());
  for (let count = 0; count < 50; count += 1) unwrap(await store.undo());
  expect(await store.undo()).toMatchObject({ error: { code: 'record.notFound' } });
  const [oldest, ...others] = added;
  await until(() => others.every((entry) => statusOf(entry) === 'voided'));
  expect(oldest && statusOf(oldest)).toBe('active');
});
