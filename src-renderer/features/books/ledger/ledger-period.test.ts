import { expect, it } from 'vitest';
import { periodAround, periodBounds, quarterOf, stepPeriod } from './ledger-period.ts';

it.each([
  ['month', '2026-02-15', { fromDate: '2026-02-01', toDate: '2026-02-28' }],
  ['quarter', '2026-02-15', { fromDate: '2026-01-01', toDate: '2026-03-31' }],
  ['quarter', '2026-12-31', { fromDate: '2026-10-01', toDate: '2026-12-31' }],
  ['year', '2024-07-01', { fromDate: '2024-01-01', toDate: '2024-12-31' }],
  ['range', '2026-03-05', { fromDate: '2026-01-01', toDate: '2026-03-05' }],
  ['all', '2026-03-05', {}],
] as const)('%s around %s', (kind, today, bounds) => {
  expect(periodBounds(periodAround(kind, today))).toEqual(bounds);
});

it('steps over the turn of the year', () => {
  const winter = stepPeriod(periodAround('quarter', '2026-02-15'), -1);
  expect(periodBounds(winter)).toEqual({ fromDate: '2025-10-01', toDate: '2025-12-31' });
  expect(winter.kind === 'quarter' && quarterOf(winter.start)).toBe(4);
  expect(periodBounds(stepPeriod(periodAround('month', '2026-12-01'), 1))).toEqual({
    fromDate: '2027-01-01',
    toDate: '2027-01-31',
  });
});

it('leaves open what a range does not say', () => {
  expect(periodBounds({ kind: 'range', from: '', to: '2026-01-01' })).toEqual({ toDate: '2026-01-01' });
});
