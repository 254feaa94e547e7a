import { expect, it } from 'vitest';
import type { Bodies, RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import { listExpenseMonths } from './expense-months.ts';

let count = 0;
const context = {
  author: { user: 'awa', device: 'A1' },
  clock: () => '2026-03-01T08:00:00.000Z',
  newId: () => String((count += 1)).padStart(26, '0'),
};

function expense(date: string, fields: Partial<Bodies['expense']> = {}, status = 'active'): RecordOf<'expense'> {
  const body: Bodies['expense'] = {
    label: 'Train',
    category: 'travel',
    amountCents: 1_100,
    currency: 'EUR',
    vatRatePpm: 100_000,
    vatCents: 100,
    paidBy: 'member',
    ...fields,
  };
  return createRecord(context, { type: 'expense', activityId: 'a', date, status, body });
}

it('shows the newest month and expense first, in whatever order they come; of one day by id', () => {
  const [march, january, early, late] = ['2026-03-05', '2026-01-31', '2026-02-01', '2026-02-10'].map((date) =>
    expense(date),
  );
  const sameDay = expense('2026-02-10');
  const all = [early, sameDay, march, late, january].filter((each) => each !== undefined);
  for (const records of [all, all.toReversed()]) {
    const months = listExpenseMonths(records, 'EUR');
    expect(months.map(({ month }) => month)).toEqual(['2026-03', '2026-02', '2026-01']);
    expect(months[1]?.expenses).toEqual([sameDay, late, early]);
  }
});

it('groups active expenses by month, newest first, with what the member gets back', () => {
  const months = listExpenseMonths(
    [
      expense('2026-01-31'),
      expense('2026-02-01', { paidBy: 'cooperative' }),
      expense('2026-02-10'),
      expense('2026-02-11', {}, 'voided'),
      expense('2026-02-12', { currency: 'MGA', amountCents: 9_000 }),
    ],
    'EUR',
  );
  expect(months.map(({ month, expenses, ...sums }) => [month, expenses.map((each) => each.date), sums])).toEqual([
    [
      '2026-02',
      ['2026-02-12', '2026-02-10', '2026-02-01'],
      { totalCents: 2_200, vatCents: 200, toRefundCents: 1_100, otherCurrencyCount: 1 },
    ],
    ['2026-01', ['2026-01-31'], { totalCents: 1_100, vatCents: 100, toRefundCents: 1_100, otherCurrencyCount: 0 }],
  ]);
});
