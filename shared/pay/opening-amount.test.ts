import { expect, it } from 'vitest';
import { askPay, cooperative, deviceAt, settingsFor } from '../testing/pay-books.ts';
import { openingCostCents } from './opening-amount.ts';

const settings = settingsFor('01HK153X0173FHWT6W4MS9X6BE');
const pay = (period: string, grossCents: number, status: string) => ({
  ...askPay(deviceAt('BS1', `${period}-26T09:00:00.000Z`), { settings, cooperative, records: [] }, period, grossCents),
  status,
});
const [february, march, april] = [
  pay('2026-02', 120_000, 'paid'),
  pay('2026-03', 150_000, 'requested'),
  pay('2026-04', 200_000, 'refused'),
];

it('a request opens at what the last pay that stands cost', () => {
  for (const pays of [
    [february, march, april],
    [april, march, february],
  ]) {
    expect(openingCostCents(pays, 1_000_000)).toBe(march.body.totals.totalCostCents);
  }
});

it('but never above what is available, and at all of it before the first pay', () => {
  expect(openingCostCents([march], 50_000)).toBe(50_000);
  expect(openingCostCents([april], 50_000)).toBe(50_000);
  expect(openingCostCents([], 0)).toBe(0);
  const givesBack = { ...march, body: { ...march.body, totals: { ...march.body.totals, totalCostCents: -5 } } };
  expect(openingCostCents([givesBack], 50_000)).toBe(0);
});
