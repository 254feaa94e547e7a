import { expect, it } from 'vitest';
import { askPay, cooperative, deviceAt } from '../testing/pay-books.ts';
import { ACCOUNT_ACCEPTED, at, factsOf, settings } from './pay-book.test-support.ts';
import { comparePayWithBook } from './pay-book-figures.ts';

const ask = (device: string, day: string) =>
  askPay(deviceAt(device, at(day)), { settings, cooperative, records: [] }, day.slice(0, 7), 150_000);

it('a pay that was found wrong weighs what it costs: only what it would give back is not believed', () => {
  const pay = ask('BS1', '2026-03-26');
  const wrong = { ...ask('BS2', '2026-02-26'), status: 'validated' };
  const balance = (records: readonly (typeof pay)[]): number | undefined =>
    comparePayWithBook(pay, factsOf([...records, pay], { doubted: new Set([wrong.id]) }), ACCOUNT_ACCEPTED).figures
      ?.balanceCents;
  expect(balance([wrong])).toBe((balance([]) ?? 0) - wrong.body.totals.totalCostCents);
  expect(wrong.body.totals.totalCostCents).toBeGreaterThan(0);
});
