import { expect, it } from 'vitest';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isProblem } from '../pieces/movement-draft.ts';
import { draftOf, nextDraft, readDraft, startDraft } from './expense-draft.ts';

const receipt = { sha256: 'a'.repeat(64), sizeBytes: 1, mimeType: 'image/jpeg', fileName: 'a.jpg' };
const draft = { ...startDraft('2026-03-02', 200_000), label: 'Train', amountText: '55.5', receipt };

it('reads amounts with comma, dot and grouping', () => {
  expect(readDraft(draft, 2)).toMatchObject({ amountCents: 5_550, receipt });
  expect(readDraft({ ...draft, amountText: '1\u202f234,50' }, 2)).toMatchObject({ amountCents: 123_450 });
});

it.each([
  [{ date: '2026-13-01' }, 'date'],
  [{ label: '' }, 'label'],
  [{ amountText: '' }, 'amount'],
  [{ amountText: '-5' }, 'amount'],
  [{ amountText: '0' }, 'amount'],
])('names the field to mend for %j', (change, field) => {
  const read = readDraft({ ...draft, ...change }, 2);
  expect(isProblem(read) && read.field).toBe(field);
});

it('does not carry receipt and mark over to the next expense', () => {
  expect(nextDraft(draft)).toMatchObject({ receipt: undefined, label: '', date: '2026-03-02' });
  expect(nextDraft({ ...draft, givesContributionBack: true }).givesContributionBack).toBe(false);
});

it('offers a refused category as the choice the screen shows', () => {
  const body = { label: 'Train', category: 'gone', amountCents: 100, currency: 'EUR', vatRatePpm: 0, vatCents: 0 };
  const refused = { date: '2026-03-02', body } as unknown as RecordOf<'expense'>; // altered behind the application's back
  expect(draftOf(refused, 2, 'fr').category).toBe('travel');
});
