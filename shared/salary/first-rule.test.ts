import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { computeFromGross, prepareSalary } from './compute-from-gross.ts';
import { WAGE_PARTS } from './month-measure.ts';
import { proveSalary } from './salary-computation-proof.ts';
import type { SalaryInput } from './salary-input.ts';
import { anyContract, anyGross, CONTRACT, minutesOf } from './salary.test-support.ts';
import { accumulateYear } from './year-so-far.ts';
import type { YearToDate } from './year-to-date.ts';

const { workingTime: _, ...FACTS } = CONTRACT;

/** A pay as it was written before contracts said how working time is counted. */
const FIRST: SalaryInput = { ...FACTS, weeklyMinutes: 2100 };

/** January and February 2026 at 2,000 €, as the third pay of that year carried them. */
const YEAR: YearToDate = {
  months: 2,
  grossCents: 400_000,
  weeklyMinutes: 4200,
  wageCentMinutes: 2 * 1202 * 2100,
  healthCoverEmployerCents: 4000,
  welfareCents: 0,
  employeeWelfareCents: 4000,
  cadreMonths: 0,
  cadreGrossCents: 0,
  reductionCents: 125_880,
};

/** Whether a pay is exactly 2.25 or 3.3 of its minimum wages, up to which 2025 reduces rates. */
function isLimit(grossCents: number, wageParts: number): boolean {
  return [225, 330].some((percent) => grossCents * WAGE_PARTS * 100 === wageParts * percent);
}

describe('a pay of the first rule', () => {
  it('keeps its figures and its proof for ever', () => {
    const pay = unwrap(computeFromGross(FIRST, 250_000));
    expect(proveSalary(FIRST, pay, (bytes) => bytesToHex(sha256(bytes)))).toEqual({
      rule: 'salary',
      ruleVersion: 'salary-2026-01.1',
      inputDigest: 'c29ac97aa3751e2105cbc82141589d40f8d54fc41119e71990a7c0629776c2e2',
      resultDigest: '21bdd555b8169b5bb8e2a159c140f04ad9e33f4f570716be8aa650d6dc713f1a',
    });
  });

  it('keeps the least work-accident rate, and the full rates at exactly 2.25 and 3.3 minimum wages', () => {
    const rate = (period: string, grossCents: number, code: string): unknown =>
      unwrap(computeFromGross({ ...FIRST, period, atmpRatePpm: 1000 }, grossCents)).lines.find(
        (line) => line.code === code && line.side === 'employer',
      )?.rateE7;
    expect(['2025-04', '2025-05', '2026-01'].map((period) => rate(period, 200_000, 'workAccident'))).toEqual([
      46_000, 50_000, 50_000,
    ]);
    expect([405_404, 405_405].map((gross) => rate('2025-09', gross, 'health'))).toEqual([700_000, 1_300_000]);
    expect([594_593, 594_594].map((gross) => rate('2025-09', gross, 'familyAllowances'))).toEqual([345_000, 525_000]);
  });

  it('is what hours a week give now, but for these', () => {
    fc.assert(
      fc.property(anyContract, anyGross, anyGross, (contract, firstGross, grossCents) => {
        const atmpRatePpm = Math.max(contract.atmpRatePpm, 5000);
        const now: SalaryInput = { ...contract, atmpRatePpm, period: `${contract.period.slice(0, 4)}-01` };
        const { workingTime: _time, ...facts } = now;
        const minutes = minutesOf(contract);
        const before: SalaryInput = { ...facts, weeklyMinutes: minutes };
        const [first, second] = [now, before].map((input) => unwrap(computeFromGross(input, firstGross)));
        if (first === undefined || second === undefined) throw new Error('two rules');
        fc.pre(firstGross + grossCents < 100_000_000);
        const year = accumulateYear(undefined, now, first);
        const { ceilingParts: _ceiling, wageParts: _wage, ...sums } = year;
        const hourly = now.period < '2026' ? 1188 : 1202;
        const yearToDate: YearToDate = { ...sums, weeklyMinutes: minutes, wageCentMinutes: hourly * minutes };
        const period = `${now.period.slice(0, 4)}-02`;
        const later = unwrap(computeFromGross({ ...now, period, yearSoFar: year }, grossCents));
        const earlier = unwrap(computeFromGross({ ...before, period, yearToDate }, grossCents));
        // At exactly the limits of the reduced rates, of the month or of the year, the rules differ.
        fc.pre(!isLimit(firstGross, first.measure.wageParts));
        fc.pre(!isLimit(firstGross + grossCents, year.wageParts + later.measure.wageParts));
        expect(amountsByLine(second)).toEqual(amountsByLine(first));
        expect(amountsByLine(earlier)).toEqual(amountsByLine(later));
        expect(earlier.totals).toEqual(later.totals);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the first rule carried, and is not', () => {
  const refusals: readonly (readonly [field: string, changes: Record<string, unknown>])[] = [
    ['months', { months: 3 }],
    ['months', { months: 1.5 }],
    ['grossCents', { grossCents: 100_000_001 }],
    ['weeklyMinutes', { weeklyMinutes: 4201 }],
    ['weeklyMinutes', { weeklyMinutes: 1 }],
    ['wageCentMinutes', { wageCentMinutes: 0 }],
    ['cadreMonths', { cadreMonths: 3 }],
    ['cadreGrossCents', { cadreGrossCents: 1 }],
    ['reductionCents', { reductionCents: -1 }],
  ];

  it.each(refusals)('a year to date names %s', (field, changes) => {
    // Values outside the types: a year may come from a file.
    const yearToDate: YearToDate = { ...YEAR, ...changes };
    expect(prepareSalary({ ...FIRST, yearToDate })).toMatchObject({
      error: { code: 'salary.invalidInput', details: { field: `yearToDate.${field}` } },
    });
    expect(prepareSalary({ ...FIRST, yearToDate: YEAR }).ok).toBe(true);
  });

  it.each<[string, SalaryInput]>([
    ['weeklyMinutes', FACTS],
    ['weeklyMinutes', { ...FIRST, weeklyMinutes: 2101 }],
    ['weeklyMinutes', { ...CONTRACT, weeklyMinutes: 2100 }],
    ['yearToDate', { ...CONTRACT, yearToDate: YEAR }],
    ['employedDays', { ...FIRST, employedDays: 12 }],
    ['employedDays', { ...CONTRACT, employedDays: 32 }],
    ['workingTime.days', { ...CONTRACT, workingTime: { kind: 'annualDays', days: 219 } }],
    ['workingTime.hours', { ...CONTRACT, workingTime: { kind: 'annualHours', hours: 0 } }],
  ])('an input of both rules, or of none, names %s', (field, input) => {
    expect(prepareSalary(input)).toMatchObject({ error: { code: 'salary.invalidInput', details: { field } } });
  });
});
