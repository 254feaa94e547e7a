import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import type { AccountMonth } from './activity-account.ts';
import { settleFiscalYear } from './fiscal-settlement.ts';
import { fiscalYearOf } from '../time/fiscal-year.ts';

/** Only what the settlement reads. */
function month(name: string, marginCents: number): AccountMonth {
  return { month: name, marginCents } as AccountMonth;
}

function pay(period: string, totalCostCents: number): RecordOf<'salaryStatement'> {
  return { body: { input: { period }, totals: { totalCostCents } } } as unknown as RecordOf<'salaryStatement'>;
}

describe('settlement of the variable part', () => {
  const months = [month('2025-06', 90_000), month('2025-07', 400_000), month('2026-06', 250_000), month('2026-07', 1)];
  const pays = [pay('2025-06', 99_999), pay('2025-08', 180_000), pay('2025-09', 60_000)];

  it('is margin less fixed parts less advances, in the fiscal year alone', () => {
    const settled = settleFiscalYear('2025-07', months, pays, () => 100_000, '2026-12-31');
    expect(settled).toMatchObject({
      lastMonth: '2026-06',
      marginCents: 650_000,
      // The second pay was below the fixed part: all of it is fixed.
      fixedCostCents: 160_000,
      advanceCostCents: 80_000,
      dueCents: 490_000,
      balanceCents: 410_000,
      latestDate: '2027-01-31',
    });
  });

  it('shows advances beyond what the year earned as a negative balance', () => {
    const settled = settleFiscalYear('2025-07', [month('2025-07', 100_000)], pays, () => 0);
    expect(settled.balanceCents).toBe(100_000 - 240_000);
    expect(settled.latestDate).toBeUndefined();
  });

  it.each([
    ['2026-05-15', '2026-06-15'],
    ['2026-12-01', '2027-01-01'],
    ['2026-05-31', '2026-06-30'],
    ['2027-01-30', '2027-02-28'],
    ['2028-01-30', '2028-02-29'],
  ])('after a meeting on %s ends on %s: the same day, or the last of a shorter month', (meeting, latest) => {
    expect(settleFiscalYear('2025-01', [], [], () => 0, meeting).latestDate).toBe(latest);
  });

  it.each([
    ['2026-03', 1, '2026-01'],
    ['2026-03', 4, '2025-04'],
    ['2026-04', 4, '2026-04'],
    ['2026-12', 7, '2026-07'],
  ])('%s with a year from month %i starts in %s', (name, start, first) => {
    expect(fiscalYearOf(name, start)).toBe(first);
  });
});
