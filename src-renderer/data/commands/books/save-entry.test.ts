import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { writeRecords } from '../../storage-access.ts';
import { bringIn, openFreshStore, until } from '../../testing/fresh-store.ts';
import type { EntryInput } from './save-entry.ts';
import { setAside } from '../device/set-aside.ts';
import { addEntry, changeEntry, confirmEntry, voidEntry } from './save-entry.ts';

const INPUT: EntryInput = {
  date: '2026-03-02',
  label: ' Graines ',
  category: 'purchase',
  amountCents: -12_000,
  vatRatePpm: 200_000,
};
let store: BookStore;

beforeEach(async () => {
  store = await openFreshStore();
});
afterEach(() => store.close());

describe('addEntry', () => {
  it('writes the VAT contained in the amount and can be taken back', async () => {
    const entry = unwrap(await addEntry(store, INPUT));
    await until(() => store.book.get(entry.id) !== undefined);
    expect(store.book.get(entry.id)).toMatchObject({
      date: '2026-03-02',
      isPending: true,
      body: { label: 'Graines', amountCents: -12_000, vatCents: -2_000, currency: 'EUR' },
    });
    expect(unwrap(await store.undo())).toBe('entryAdded');
    await until(() => store.book.get(entry.id)?.status === 'voided');
  });

  it('is taken back whatever became of later entries: one set aside, one that somebody else changed', async () => {
    const add = async () => unwrap(await addEntry(store, INPUT));
    const [first, second, third] = [await add(), await add(), await add()];
    const { context, collections } = store.parts;
    if (collections.book === undefined) throw new Error('no book');
    const theirs = reviseRecord(context, second, { body: { ...second.body, label: 'Ailleurs' } });
    unwrap(await writeRecords(collections.book, [{ before: second, after: theirs }]));
    await until(() => store.book.get(second.id)?.edits[0] === theirs.edits[0]);
    unwrap(await setAside(store, third.id));
    expect((await store.undo()).ok).toBe(false);
    expect(unwrap(await store.undo())).toBe('entryAdded');
    await until(() => store.book.get(first.id)?.status === 'voided');
    expect(store.book.get(second.id)).toMatchObject({ status: 'active', body: { label: 'Ailleurs' } });
    expect(store.undoStack.last).toBeUndefined();
  });

  it('refuses a date that does not exist and an empty label, and writes nothing', async () => {
    expect(await addEntry(store, { ...INPUT, date: '2026-02-30' })).toMatchObject({ error: { code: 'date.invalid' } });
    expect(await addEntry(store, { ...INPUT, label: '  ' })).toMatchObject({
      error: { code: 'record.invalid', details: { path: 'body.label' } },
    });
    expect(store.undoStack.last).toBeUndefined();
  });
});

describe('changeEntry', () => {
  it('sets and takes off the marks of the contribution', async () => {
    const marked = unwrap(await addEntry(store, { ...INPUT, givesContributionBack: true, isInternal: false }));
    expect(marked.body.givesContributionBack).toBe(true);
    expect('isInternal' in marked.body).toBe(false);
    await until(() => store.book.get(marked.id) !== undefined);
    const sale = {
      ...INPUT,
      category: 'sale',
      amountCents: 100,
      givesContributionBack: false,
      isInternal: true,
    } as const;
    const changed = unwrap(await changeEntry(store, marked, sale));
    expect(changed.body.isInternal).toBe(true);
    expect('givesContributionBack' in changed.body).toBe(false);
  });

  it('keeps where an imported line comes from and unknown members, and takes the review mark off', async () => {
    const bank = { importId: 'bankImport:1', account: '••••1', transactionId: 't', rawLabel: 'CB GRAINES' };
    const imported = createRecord(store.parts.context, {
      type: 'ledgerEntry',
      activityId: 'A1',
      date: '2026-03-01',
      status: 'active',
      body: {
        label: 'CB',
        category: 'purchase',
        amountCents: -500,
        currency: 'EUR',
        vatRatePpm: 0,
        vatCents: 0,
        needsReview: true,
        bank,
        future: 1,
      },
    });
    await bringIn(store, [imported]);
    const changed = unwrap(await changeEntry(store, imported, INPUT));
    expect(changed.body).toMatchObject({ bank, future: 1, label: 'Graines', vatCents: -2_000 });
    expect(changed.body.needsReview).toBeUndefined();
  });

  it('does not overwrite what someone else changed since it was shown', async () => {
    const seen = unwrap(await addEntry(store, INPUT));
    await until(() => store.book.get(seen.id) !== undefined);
    unwrap(await changeEntry(store, seen, { ...INPUT, label: 'Plants' }));
    await until(() => store.book.get(seen.id)?.edits.length === 2);
    expect(await changeEntry(store, seen, INPUT)).toMatchObject({
      error: { code: 'store.writeFailed', details: { changedElsewhere: true } },
    });
    expect(store.book.get(seen.id)?.body['label']).toBe('Plants');
  });

  it('keeps the server’s revision that arrived while the row was being edited', async () => {
    const seen = unwrap(await addEntry(store, INPUT));
    await until(() => store.book.get(seen.id) !== undefined);
    const stored = store.book.get(seen.id);
    if (stored === undefined) throw new Error('no entry');
    // The echo of a push: same edit, now with a revision.
    const document = await store.parts.collections.book?.findOne(seen.id).exec();
    await document?.incrementalPatch({ rev: '1-abc', isPending: false });
    await until(() => store.book.get(seen.id)?.rev === '1-abc');
    expect(unwrap(await changeEntry(store, seen, INPUT)).rev).toBe('1-abc');
  });
});

it('voids, confirms, and says so when the entry is gone', async () => {
  const entry = unwrap(await addEntry(store, INPUT));
  await until(() => store.book.get(entry.id) !== undefined);
  const toReview = reviseRecord(store.parts.context, entry, { body: { ...entry.body, needsReview: true } });
  unwrap(await store.write('entryChanged', [{ before: entry, after: toReview }]));
  await until(() => store.book.get(entry.id)?.body['needsReview'] === true);
  expect(unwrap(await confirmEntry(store, entry.id)).body.needsReview).toBeUndefined();
  await until(() => store.book.get(entry.id)?.body['needsReview'] === undefined);
  expect(unwrap(await voidEntry(store, entry.id)).status).toBe('voided');
  await until(() => store.book.get(entry.id)?.status === 'voided');
  expect(await voidEntry(store, entry.id)).toMatchObject({ error: { code: 'record.notFound' } });
});
