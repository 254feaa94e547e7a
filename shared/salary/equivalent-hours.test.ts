import { describe, expect, it } from 'vitest';
import { equivalentHours } from './equivalent-hours.ts';
import { PARAMETERS_2026_01, PARAMETERS_2026_06 } from './parameters-2026.ts';
import { quarterFloorCents, quartersOfYear } from './quarter-floor.ts';

describe('equivalentHours', () => {
  // 12.02 € × 35 × 52 ÷ 12 = 1,823.0333 € a month.
  it.each([
    [0, 0],
    // 911.52 ÷ 1,823.0333 × 151.67 = 75.8353 hours.
    [91_152, 7584],
    // 1,000 ÷ 1,823.0333 × 151.67 = 83.1965 hours.
    [100_000, 8320],
    // One cent under the minimum wage still rounds to the full month.
    [182_303, 15_167],
    [250_000, 15_167],
    [100_000_000, 15_167],
  ])('counts %i cents as %i hundredths of an hour', (grossCents, hundredths) => {
    expect(equivalentHours(grossCents, PARAMETERS_2026_01)).toBe(hundredths);
  });

  it('follows the minimum wage in force, not the one of the general reduction', () => {
    // 1,000 ÷ (12.31 × 151.6667) × 151.67 = 81.2366 hours.
    expect(equivalentHours(100_000, PARAMETERS_2026_06)).toBe(8124);
  });
});

describe('quartersOfYear', () => {
  it('validates one quarter for 150 hours of minimum wage, four at most', () => {
    expect(quarterFloorCents(PARAMETERS_2026_01)).toBe(180_300);
    const quarters = [0, 180_299, 180_300, 721_199, 721_200, 9_000_000].map((cents) =>
      quartersOfYear(cents, PARAMETERS_2026_01),
    );
    expect(quarters).toEqual([0, 0, 1, 3, 4, 4]);
  });
});
