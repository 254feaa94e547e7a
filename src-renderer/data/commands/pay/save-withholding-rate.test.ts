import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { BookStore } from '../../book-store.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import { saveWithholdingRate, voidWithholdingRate } from './save-withholding-rate.ts';

const opened: BookStore[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(closedThrough?: string): Promise<BookStore> {
  const cooperative = closedThrough === undefined ? {} : { closedThrough };
  const store = await openSupportStore(() => '2026-03-10T09:00:00.000Z', { cooperative });
  opened.push(store);
  return store;
}

const OWN = { person: 'ada.fall', kind: 'own', ratePpm: 38_000, source: 'CRM' } as const;
const rates = (store: BookStore) => store.personal.list('withholdingRate');

it('adds a rate, refuses a second of the day, and takes the day again after it was taken back', async () => {
  const store = await open();
  const made = unwrap(await saveWithholdingRate(store, undefined, '2026-03-01', OWN));
  await until(() => rates(store).length === 1);
  expect(await saveWithholdingRate(store, undefined, '2026-03-01', { ...OWN, ratePpm: 1 })).toMatchObject({
    error: { code: 'withholding.sameDay', details: { date: '2026-03-01' } },
  });
  // Of somebody else, and of another day.
  unwrap(await saveWithholdingRate(store, undefined, '2026-03-01', { ...OWN, person: 'ben.roux' }));
  unwrap(await saveWithholdingRate(store, undefined, '2026-04-01', OWN));
  unwrap(await voidWithholdingRate(store, made));
  await until(() => rates(store).filter(({ status }) => status === 'active').length === 2);
  unwrap(await saveWithholdingRate(store, undefined, '2026-03-01', { ...OWN, ratePpm: 41_000 }));
  await until(() => rates(store).filter(({ status }) => status === 'active').length === 3);
  expect(rates(store).find(({ id }) => id === made.id)?.body.ratePpm).toBe(41_000);
  expect(unwrap(await store.undo())).toBe('withholdingRateSaved');
});

it('leaves closed months as they are', async () => {
  const store = await open('2026-02');
  for (const date of ['2025-01-01', '2026-02-28']) {
    expect(await saveWithholdingRate(store, undefined, date, OWN)).toMatchObject({ error: { code: 'period.closed' } });
  }
  expect(await saveWithholdingRate(store, undefined, '2026-02-30', OWN)).toMatchObject({
    error: { code: 'date.invalid' },
  });
  unwrap(await saveWithholdingRate(store, undefined, '2026-03-01', OWN));
});
