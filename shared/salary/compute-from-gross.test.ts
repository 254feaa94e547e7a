import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { computeFromGross, prepareSalary } from './compute-from-gross.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { CONTRACT, prepareContract } from './salary.test-support.ts';

function compute(grossCents: number, changes: Partial<SalaryInput> = {}): SalaryComputation {
  return unwrap(computeFromGross({ ...CONTRACT, ...changes }, grossCents));
}

describe('computeFromGross', () => {
  // Values of modele-social 11.1.0 for March 2026, within the cents that rounding every line adds.
  it.each([
    [250_000, {}, 195_705, 204_886, 316_265],
    [
      450_000,
      { headcount: 120, transportRatePpm: 29_500, mutuelleCents: 12_000, mutuelleEmployerSharePpm: 600_000 },
      350_678,
      370_909,
      658_418,
    ],
    [220_000, { mutuelleCents: 60_000, mutuelleEmployerSharePpm: 0 }, 114_151, 155_995, 260_515],
  ])('gives net, taxable net and cost of %i cents', (grossCents, changes, net, taxable, cost) => {
    expect(compute(grossCents, changes).totals).toMatchObject({
      netBeforeTaxCents: net,
      socialNetCents: net,
      taxableNetCents: taxable,
      totalCostCents: cost,
    });
  });

  it('unfolds a two-slice line to ceiling and rest, with source and date', () => {
    const line = compute(450_000).lines.find((one) => one.code === 'supplementaryPension' && one.side === 'employer');
    expect(line).toEqual({
      code: 'supplementaryPension',
      side: 'employer',
      baseCents: 400_500,
      rateE7: 472_000,
      secondBaseCents: 49_500,
      secondRateE7: 1_295_000,
      amountCents: 18_904 + 6_410,
      source: 'ANI AGIRC-ARRCO du 17 novembre 2017, art. 35 à 38',
      since: '2019-01-01',
    });
  });

  it('shows the reduced rate of 2025 with its own source, and the full one beyond 2.25 minimum wages', () => {
    const health = (grossCents: number): unknown =>
      compute(grossCents, { period: '2025-09' }).lines.find((line) => line.code === 'health');
    expect(health(405_405)).toMatchObject({ rateE7: 700_000, since: '2025-01-01' });
    expect(health(405_406)).toMatchObject({ rateE7: 1_300_000, since: '2018-01-01' });
  });

  it('charges the versement mobilité from eleven employees', () => {
    const levy = { transportRatePpm: 29_500 };
    expect(amountsByLine(compute(450_000, { ...levy, headcount: 11 }))).toMatchObject({
      'employer.mobilityLevy': 13_275,
    });
    expect(amountsByLine(compute(450_000, { ...levy, headcount: 10 }))).not.toHaveProperty('employer.mobilityLevy');
  });

  it('takes the work-accident rate as it was notified: there is no least one', () => {
    const rate = (period: string): unknown =>
      compute(200_000, { period, atmpRatePpm: 1000 }).lines.find((line) => line.code === 'workAccident')?.rateE7;
    expect([rate('2025-04'), rate('2025-05'), rate('2026-01')]).toEqual([10_000, 10_000, 10_000]);
  });

  it('keeps the minimum wage of January for the reduction of the whole of 2026', () => {
    const { lines, totals } = compute(250_000, { period: '2026-05' });
    const june = compute(250_000, { period: '2026-06' });
    expect(june.lines).toEqual(lines);
    expect(june.totals).toEqual(totals);
    expect(june.ruleVersion).toBe('salary-2026-06.1');
  });

  it('jumps where the law does: 3 minimum wages, 2.25 and 3.3 of 2025, the ceiling', () => {
    const jump = (period: string, grossCents: number): number => {
      const { costOf } = prepareContract({ period });
      return costOf(grossCents + 1) - costOf(grossCents);
    };
    expect([jump('2026-03', 546_909), jump('2026-03', 400_500)]).toEqual([10_939, 842]);
    expect([jump('2025-09', 405_405), jump('2025-09', 594_594)]).toEqual([24_327, 10_704]);
    const { netOf } = prepareContract();
    expect(netOf(400_501) - netOf(400_500)).toBe(-560);
  });

  it('has no line but the health cover without pay', () => {
    expect(amountsByLine(compute(0))).toEqual({
      'employer.healthCover': 2000,
      'employee.healthCover': 2000,
      'employee.csgDeductible': 136,
      'employee.csgNonDeductible': 48,
      'employee.crds': 10,
    });
  });

  it('splits an odd price of the health cover without losing a cent', () => {
    const amounts = amountsByLine(compute(200_000, { mutuelleCents: 4567 }));
    expect(amounts).toMatchObject({ 'employer.healthCover': 2284, 'employee.healthCover': 2283 });
  });
});

describe('refused input', () => {
  const refusals: readonly (readonly [field: string, changes: Record<string, unknown>])[] = [
    ['period', { period: '2026-13' }],
    ['period', { period: '2026-3' }],
    ['period', { period: undefined }],
    ['workingTime.minutes', { workingTime: { kind: 'weeklyHours', minutes: 0 } }],
    ['workingTime.minutes', { workingTime: { kind: 'weeklyHours', minutes: 2101 } }],
    ['workingTime.minutes', { workingTime: { kind: 'weeklyHours', minutes: 1050.5 } }],
    ['headcount', { headcount: 0 }],
    ['headcount', { headcount: Number.NaN }],
    ['isCadre', { isCadre: 'yes' }],
    ['atmpRatePpm', { atmpRatePpm: -1 }],
    ['atmpRatePpm', { atmpRatePpm: Number.POSITIVE_INFINITY }],
    ['mutuelleCents', { mutuelleCents: -4000 }],
    ['mutuelleCents', { mutuelleCents: '4000' }],
    ['mutuelleEmployerSharePpm', { mutuelleEmployerSharePpm: 1_000_001 }],
    ['transportRatePpm', { transportRatePpm: Number.NaN }],
    // A rate published to 0.01 % is always exact; this one, with fractions of a cent in the base, would not be.
    [
      'atmpRatePpm',
      {
        atmpRatePpm: 499_999,
        workingTime: { kind: 'weeklyHours', minutes: 1 },
        mutuelleCents: 100_000,
        period: '2025-09',
      },
    ],
  ];

  it.each(refusals)('names %s', (field, changes) => {
    // Values outside the types: an input may come from a file.
    const input: SalaryInput = { ...CONTRACT, ...changes };
    expect(prepareSalary(input)).toMatchObject({
      ok: false,
      error: { code: 'salary.invalidInput', details: { field } },
    });
  });

  it.each([Number.NaN, -1, 0.5, 100_000_001, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses a gross of %d',
    (grossCents) => {
      expect(computeFromGross(CONTRACT, grossCents)).toMatchObject({
        ok: false,
        error: { code: 'salary.invalidInput', details: { field: 'grossCents', max: 100_000_000 } },
      });
    },
  );

  it('computes the largest gross and refuses months without parameters', () => {
    expect(computeFromGross(CONTRACT, 100_000_000).ok).toBe(true);
    for (const period of ['2024-12', '2027-01']) {
      expect(computeFromGross({ ...CONTRACT, period }, 200_000)).toMatchObject({
        ok: false,
        error: { code: 'salary.noParameters', details: { period } },
      });
    }
  });
});
