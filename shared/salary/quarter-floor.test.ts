import { expect, it } from 'vitest';
import { PAYROLL_PARAMETERS } from './find-parameters.ts';
import { quarterFloorIn, quartersOfYear } from './quarter-floor.ts';
import { PARAMETERS_2026_01 } from './parameters-2026.ts';

it('a pay validates a retirement quarter from 150 hours of the minimum wage of January on', () => {
  // 150 × 12.02 €; the rise of 1 June counts from the next January on.
  expect(quarterFloorIn('2026-07', PAYROLL_PARAMETERS)).toEqual({ ok: true, value: 180_300 });
  expect(quarterFloorIn('2019-07', PAYROLL_PARAMETERS)).toMatchObject({ error: { code: 'salary.noParameters' } });
});

it('a year validates four quarters at most', () => {
  expect(
    [180_299, 180_300, 721_199, 721_200, 9_000_000].map((cents) => quartersOfYear(cents, PARAMETERS_2026_01)),
  ).toEqual([0, 1, 3, 4, 4]);
});
