import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { BookStore } from '../../book-store.ts';
import { BookStore as Store } from '../../book-store.ts';
import { readRange } from '../../storage-access.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { saveTimesheet } from './save-timesheet.ts';

const MONDAY = '2026-03-09';
const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(): Promise<BookStore> {
  const store = await openTestStore(() => '2026-03-10T09:00:00.000Z');
  opened.push(store);
  return store;
}

async function storedWeeks(store: BookStore) {
  const { book } = store.parts.collections;
  return book === undefined ? [] : readRange(book, 'timesheetWeek');
}

const cell = (deal: string, day: number, durationMinutes: number) =>
  ({ kind: 'setCell', deal, day, durationMinutes }) as const;

describe('saveTimesheet', () => {
  it('keeps every cell of fast typing in one record', async () => {
    const store = await open();
    await Promise.all([0, 1, 2, 3, 4].map((day) => saveTimesheet(store, MONDAY, cell('Lin', day, 60 + day))));
    const weeks = await storedWeeks(store);
    expect(weeks).toHaveLength(1);
    expect(weeks[0]?.body['rows']).toEqual([{ deal: 'Lin', minutes: [60, 61, 62, 63, 64, 0, 0] }]);
  });

  it('keeps the cells of two windows that write at once', async () => {
    const store = await open();
    const other = new Store(store.parts);
    await Promise.all([
      saveTimesheet(store, MONDAY, cell('Lin', 0, 60)),
      saveTimesheet(other, MONDAY, cell('Chanvre', 0, 30)),
      saveTimesheet(store, MONDAY, cell('Lin', 1, 90)),
      saveTimesheet(other, MONDAY, cell('Chanvre', 1, 15)),
    ]);
    const rows = (await storedWeeks(store))[0]?.body['rows'];
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { deal: 'Lin', minutes: [60, 90, 0, 0, 0, 0, 0] },
        { deal: 'Chanvre', minutes: [30, 15, 0, 0, 0, 0, 0] },
      ]),
    );
  });

  it('refuses a day over 24 hours and changes nothing', async () => {
    const store = await open();
    unwrap(await saveTimesheet(store, MONDAY, cell('Lin', 0, 1440)));
    expect(await saveTimesheet(store, MONDAY, cell('Chanvre', 0, 1))).toMatchObject({
      error: { code: 'timesheet.dayTooLong' },
    });
    expect((await storedWeeks(store))[0]?.body['rows']).toHaveLength(1);
  });

  it('starts an undone week afresh', async () => {
    const store = await open();
    unwrap(await saveTimesheet(store, MONDAY, cell('Lin', 0, 60)));
    unwrap(await store.undo());
    unwrap(await saveTimesheet(store, MONDAY, cell('Chanvre', 2, 30)));
    const [week] = await storedWeeks(store);
    expect(week?.status).toBe('active');
    expect(week?.body['rows']).toEqual([{ deal: 'Chanvre', minutes: [0, 0, 30, 0, 0, 0, 0] }]);
  });
});
