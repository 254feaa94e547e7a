import { expect, it } from 'vitest';
import { ratesFor } from '../pieces/movement-draft.ts';
import { markOf, nextDraft, readDraft, startDraft, withCategory } from './entry-draft.ts';

const draft = { ...startDraft('2026-03-02', 200_000), label: 'Graines', amountText: '12.5' };

it('reads the fields, the category giving the sign', () => {
  expect(readDraft(draft, 2)).toMatchObject({ amountCents: 1_250, vatRatePpm: 200_000 });
  expect(readDraft(withCategory(draft, 'purchase', 200_000), 2)).toMatchObject({ amountCents: -1_250 });
});

it.each([
  [{ date: '' }, 'date'],
  [{ date: '2026-02-30' }, 'date'],
  [{ label: ' ' }, 'label'],
  [{ amountText: '' }, 'amount'],
  [{ amountText: '12,345' }, 'amount'],
])('names the field to mend for %j', (change, field) => {
  expect(readDraft({ ...draft, ...change }, 2)).toMatchObject({ field });
});

it('moves the rate with the category until a person chose one', () => {
  expect(withCategory(draft, 'insurance', 200_000).vatRatePpm).toBe(0);
  expect(withCategory({ ...draft, vatRatePpm: 55_000, isRateChosen: true }, 'insurance', 200_000).vatRatePpm).toBe(
    55_000,
  );
  expect(ratesFor({ ...draft, vatRatePpm: 85_000 }, 200_000)).toEqual([200_000, 100_000, 85_000, 55_000, 21_000, 0]);
});

it('keeps day and category for the next of a pile', () => {
  expect(nextDraft(withCategory(draft, 'purchase', 200_000))).toMatchObject({
    category: 'purchase',
    date: '2026-03-02',
    label: '',
    amountText: '',
  });
});

it('offers the mark that the rule of the month looks at, and keeps one that stands', () => {
  const rule = { version: 'a', from: '2026-01-01', base: 'collected', ratePpm: 1, source: 'AG' } as const;
  const purchase = withCategory(draft, 'purchase', 200_000);
  expect(markOf(draft, rule)).toBeUndefined();
  expect(markOf(draft, { ...rule, internalRatePpm: 0 })).toBe('isInternal');
  expect(markOf({ ...draft, isInternal: true }, rule)).toBe('isInternal');
  expect(markOf(purchase, rule)).toBeUndefined();
  expect(markOf(purchase, { ...rule, givesBackFlaggedPurchases: true })).toBe('givesContributionBack');
  expect(markOf(withCategory(draft, 'transfer', 0), { ...rule, givesBackFlaggedPurchases: true })).toBeUndefined();
});

it('reads the mark of its own category alone', () => {
  const marked = { ...draft, givesContributionBack: true, isInternal: true };
  expect(readDraft(marked, 2)).toMatchObject({ givesContributionBack: false, isInternal: true });
  expect(readDraft(withCategory(marked, 'purchase', 0), 2)).toMatchObject({
    givesContributionBack: true,
    isInternal: false,
  });
});
