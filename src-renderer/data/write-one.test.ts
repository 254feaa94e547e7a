import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { BookStore } from './book-store.ts';
import { writeRecords } from './storage-access.ts';
import { openFreshStore, until } from './testing/fresh-store.ts';
import { openSupportStore } from './testing/open-support-store.ts';
import type { Addition } from './write-one.ts';
import { addOne, changeOne, saveOne, saveNamed, voidOne } from './write-one.ts';

const clock = (): string => '2026-03-10T09:00:00.000Z';
const address = { lines: ['1 rue Haute'], postalCode: '59000', city: 'Lille', country: 'FR' };
const LIN: Addition<'customer'> = {
  type: 'customer',
  status: 'active',
  body: { name: 'Lin', kind: 'business', address },
};
const named = (name: string): Addition<'customer'> => ({ ...LIN, body: { ...LIN.body, name } });

let store: BookStore;
beforeEach(async () => {
  store = await openFreshStore(clock);
});
afterEach(() => store.close());

async function addLin(): Promise<RecordOf<'customer'>> {
  const added = unwrap(await addOne(store, 'customerSaved', LIN));
  await until(() => store.book.get(added.id) !== undefined);
  return added;
}

describe('adding one', () => {
  it('is of the own activity and of today by the clock of the store, unless it says otherwise', async () => {
    expect(await addLin()).toMatchObject({ activityId: 'A1', date: '2026-03-10', rev: '', edits: { length: 1 } });
    const dated = unwrap(await addOne(store, 'customerSaved', { ...LIN, date: '2026-01-05' }));
    expect(dated.date).toBe('2026-01-05');
  });

  it('is refused where there is no own activity and none is named', async () => {
    const support = await openSupportStore(clock, {});
    expect(await addOne(support, 'customerSaved', LIN)).toMatchObject({ error: { code: 'record.forbidden' } });
    expect(support.undoStack.last).toBeUndefined();
    await support.close();
  });
});

describe('changing what was seen', () => {
  it('goes on from the revision that the exchange noted since', async () => {
    const seen = await addLin();
    const { book } = store.parts.collections;
    if (book === undefined) throw new Error('no book');
    // The echo of a push: the same edition.
    unwrap(await writeRecords(book, [{ before: seen, after: { ...seen, rev: '1-abc' } }], 'asGiven'));
    await until(() => store.book.get(seen.id)?.rev === '1-abc');
    const changed = unwrap(await changeOne(store, 'customerSaved', seen, { body: named('Chanvre').body }));
    expect(changed).toMatchObject({ rev: '1-abc', body: { name: 'Chanvre' } });
    expect(changed.edits.slice(1)).toEqual(seen.edits);
  });

  it('is refused when it was edited meanwhile, and leaves the other edit and nothing to take back', async () => {
    const seen = await addLin();
    unwrap(await changeOne(store, 'customerSaved', seen, { body: named('Chanvre').body }));
    await until(() => store.book.get(seen.id)?.body['name'] === 'Chanvre');
    const labels = store.undoStack.last?.label;
    const late = await voidOne(store, 'customerVoided', seen);
    expect(late).toMatchObject({ error: { code: 'store.writeFailed', details: { changedElsewhere: true } } });
    expect(store.book.get(seen.id)).toMatchObject({ status: 'active', body: { name: 'Chanvre' } });
    expect(store.undoStack.last?.label).toBe(labels);
  });

  it('voids and is taken back', async () => {
    const seen = await addLin();
    expect(unwrap(await voidOne(store, 'customerVoided', seen)).status).toBe('voided');
    expect(unwrap(await store.undo())).toBe('customerVoided');
    await until(() => store.book.get(seen.id)?.status === 'active');
  });
});

describe('saving one', () => {
  it('adds without what was seen, and changes it otherwise: its date only where one is named', async () => {
    const seen = unwrap(await saveOne(store, 'customerSaved', undefined, { ...LIN, date: '2026-01-05' }));
    await until(() => store.book.get(seen.id) !== undefined);
    const changed = unwrap(await saveOne(store, 'customerSaved', seen, named('Chanvre')));
    expect(changed).toMatchObject({ id: seen.id, date: '2026-01-05', body: { name: 'Chanvre' } });
    await until(() => store.book.get(seen.id)?.body['name'] === 'Chanvre');
    const moved = unwrap(await saveOne(store, 'customerSaved', changed, { ...LIN, date: '2026-02-01' }));
    expect(moved).toMatchObject({ id: seen.id, date: '2026-02-01', body: { name: 'Lin' } });
  });

  it('restores the only record of a name that was taken back, and then changes it', async () => {
    const week = (rows: readonly []): Addition<'timesheetWeek'> => ({
      type: 'timesheetWeek',
      id: 'timesheetWeek:w1',
      date: '2026-03-09',
      status: 'active',
      body: { rows: [...rows] },
    });
    const added = unwrap(await saveNamed(store, 'timesheetSaved', undefined, week([])));
    await until(() => store.book.get(added.id) !== undefined);
    const voided = unwrap(await voidOne(store, 'timesheetSaved', added));
    const saved = unwrap(await saveNamed(store, 'timesheetSaved', voided, week([])));
    expect(saved).toMatchObject({ id: added.id, status: 'active' });
    expect(saved.edits).toHaveLength(4);
  });
});
