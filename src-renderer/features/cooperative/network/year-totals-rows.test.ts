import { expect, it } from 'vitest';
import { listYearTotals } from './year-totals-rows.ts';

it('gives one row an activity, pays of both kinds together, an unknown activity by its id', () => {
  const total = (activityId: string, type: string, sumMinor: number) => ({ activityId, type, count: 1, sumMinor });
  const settings = [{ activityId: 'A2', body: { name: 'Atelier', currency: 'MGA' } }];
  const rows = listYearTotals(
    [
      total('A2', 'abroadPay', 5),
      total('A2', 'salaryStatement', 2),
      total('A1', 'invoice', 7),
      total('A1', 'x', 9),
      total('A1', 'notCounted', 0),
    ],
    settings as never,
  );
  expect(rows).toEqual([
    {
      activityId: 'A1',
      name: 'A1',
      currency: 'EUR',
      invoiced: 7,
      entries: 0,
      expenses: 0,
      pays: 0,
      isIncomplete: true,
    },
    {
      activityId: 'A2',
      name: 'Atelier',
      currency: 'MGA',
      invoiced: 0,
      entries: 0,
      expenses: 0,
      pays: 7,
      isIncomplete: false,
    },
  ]);
});
