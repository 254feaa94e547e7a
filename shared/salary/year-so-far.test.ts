import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { computeFromGross, prepareSalary } from './compute-from-gross.ts';
import type { SalaryInput } from './salary-input.ts';
import { CONTRACT } from './salary.test-support.ts';
import { solveFromCost } from './solve-from-cost.ts';
import { solveFromNet } from './solve-from-net.ts';
import { accumulateYear, EMPTY_YEAR } from './year-so-far.ts';
import type { YearSoFar } from './year-so-far.ts';
import { extraLine, monthsOf, payYear } from './year.test-support.ts';

/** January and February 2026 at 2,000 €. */
const YEAR: YearSoFar = {
  months: 2,
  grossCents: 400_000,
  ceilingParts: 2 * 400_500 * 21,
  // 35 × 52 ÷ 12 hours a month.
  wageParts: 2 * 1202 * 455 * 1800,
  healthCoverEmployerCents: 4000,
  welfareCents: 0,
  employeeWelfareCents: 4000,
  cadreMonths: 0,
  cadreGrossCents: 0,
  reductionCents: 125_880,
};

describe('accumulateYear', () => {
  it('adds up what the next month needs', () => {
    expect(payYear(monthsOf(CONTRACT, [200_000, 200_000])).year).toEqual(YEAR);
  });

  it('counts welfare lines, months as a cadre and months without pay', () => {
    const input: SalaryInput = {
      ...CONTRACT,
      workingTime: { kind: 'weeklyHours', minutes: 1050 },
      isCadre: true,
      extraLines: [
        extraLine({ code: 'x-provident', base: 'gross', rateE7: 60_000, isWelfare: true }),
        extraLine({ code: 'x-provident', side: 'employee', base: 'gross', rateE7: 40_000, isWelfare: true }),
        extraLine({ code: 'x-medical', amountCents: 1250 }),
      ],
    };
    const one = accumulateYear(undefined, input, unwrap(computeFromGross(input, 100_000)));
    const two = accumulateYear(one, input, unwrap(computeFromGross({ ...input, yearSoFar: one }, 0)));
    expect(two).toMatchObject({
      months: 2,
      grossCents: 100_000,
      ceilingParts: 400_500 * 21,
      wageParts: 1202 * 455 * 1800,
      healthCoverEmployerCents: 4000,
      welfareCents: 600,
      employeeWelfareCents: 4000 + 400,
      cadreMonths: 2,
      cadreGrossCents: 100_000,
    });
    // Half a minimum wage more in the year gives the month without pay a reduction.
    expect(two.reductionCents).toBeGreaterThan(one.reductionCents);
  });

  it('starts a year like a month on its own', () => {
    const first = { ...CONTRACT, period: '2026-01', yearSoFar: EMPTY_YEAR };
    const { yearSoFar: _, ...alone } = first;
    const withYear = unwrap(computeFromGross(first, 412_345));
    const withoutYear = unwrap(computeFromGross(alone, 412_345));
    const strip = ({ alreadyCents: _already, ...line }: (typeof withYear.lines)[number]): object => line;
    expect(withYear.lines.map(strip)).toEqual(withoutYear.lines);
    expect(withYear.totals).toEqual(withoutYear.totals);
  });
});

describe('a year to date that cannot be', () => {
  const refusals: readonly (readonly [field: string, changes: Record<string, unknown>])[] = [
    ['months', { months: 3 }],
    ['months', { months: -1 }],
    ['months', { months: 1.5 }],
    ['grossCents', { grossCents: 100_000_001 }],
    ['grossCents', { grossCents: Number.NaN }],
    ['ceilingParts', { ceilingParts: -1 }],
    ['ceilingParts', { ceilingParts: 1.5 }],
    ['wageParts', { wageParts: -1 }],
    ['wageParts', { wageParts: 1e13 }],
    ['healthCoverEmployerCents', { healthCoverEmployerCents: -1 }],
    ['welfareCents', { welfareCents: 2 ** 53 }],
    ['employeeWelfareCents', { employeeWelfareCents: undefined }],
    ['cadreMonths', { cadreMonths: 3 }],
    ['cadreGrossCents', { cadreGrossCents: 1 }],
    ['cadreGrossCents', { cadreMonths: 1, cadreGrossCents: 400_001 }],
    ['reductionCents', { reductionCents: -1 }],
  ];

  it.each(refusals)('names %s', (field, changes) => {
    // Values outside the types: a year may come from a file.
    const yearSoFar: YearSoFar = { ...YEAR, ...changes };
    expect(prepareSalary({ ...CONTRACT, yearSoFar })).toMatchObject({
      ok: false,
      error: { code: 'salary.invalidInput', details: { field: `yearSoFar.${field}` } },
    });
  });

  it('is refused in a month too early for it', () => {
    expect(prepareSalary({ ...CONTRACT, period: '2026-02', yearSoFar: YEAR })).toMatchObject({
      error: { details: { field: 'yearSoFar.months', max: 1 } },
    });
    expect(prepareSalary({ ...CONTRACT, period: '2026-03', yearSoFar: YEAR }).ok).toBe(true);
  });
});

describe('the largest year', () => {
  const almostFull: SalaryInput = { ...CONTRACT, yearSoFar: { ...YEAR, grossCents: 99_800_000 } };

  it('refuses a gross that passes a million euros in the year', () => {
    expect(computeFromGross(almostFull, 200_000).ok).toBe(true);
    expect(computeFromGross(almostFull, 200_001)).toMatchObject({
      error: { code: 'salary.invalidInput', details: { field: 'grossCents', max: 200_000 } },
    });
  });

  it('spends a budget and reaches a net within it', () => {
    expect(unwrap(solveFromCost(almostFull, 90_000_000)).computation.grossCents).toBe(200_000);
    expect(solveFromNet(almostFull, 300_000)).toMatchObject({ error: { details: { field: 'netCents' } } });
  });
});

describe('searches on top of a year', () => {
  it('pays from no budget when the year gives a reduction back', () => {
    // 6,000 € in January had no reduction; a month without pay brings the year under three minimum wages.
    const { year } = payYear(monthsOf({ ...CONTRACT, mutuelleCents: 0 }, [600_000]));
    const input = { ...CONTRACT, mutuelleCents: 0, period: '2026-02', ...(year && { yearSoFar: year }) };
    const prepared = unwrap(prepareSalary(input));
    expect(prepared.costOf(0)).toBeLessThan(0);
    const { computation, residueCents } = unwrap(solveFromCost(input, 0));
    expect(computation.grossCents).toBeGreaterThan(0);
    expect(residueCents).toBe(-computation.totals.totalCostCents);
    expect(prepared.costOf(computation.grossCents + 1)).toBeGreaterThan(0);
  });
});
