import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { computeFromGross, prepareSalary } from './compute-from-gross.ts';
import type { ExtraLine } from './extra-line.ts';
import { MAX_EXTRA_LINES } from './extra-line.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { CONTRACT } from './salary.test-support.ts';
import { extraLine } from './year.test-support.ts';

const COMPANY: SalaryInput = { ...CONTRACT, headcount: 20 };

function compute(extraLines: readonly ExtraLine[], grossCents = 250_000, contract = COMPANY): SalaryComputation {
  return unwrap(computeFromGross({ ...contract, extraLines }, grossCents));
}

/** What extra lines change in the totals of 2,500 €. */
function changes(extraLines: readonly ExtraLine[], grossCents = 250_000, contract = COMPANY): Record<string, number> {
  const without = compute([], grossCents, contract).totals;
  const { totals } = compute(extraLines, grossCents, contract);
  return {
    cost: totals.totalCostCents - without.totalCostCents,
    net: totals.netBeforeTaxCents - without.netBeforeTaxCents,
    social: totals.socialNetCents - without.socialNetCents,
    taxable: totals.taxableNetCents - without.taxableNetCents,
  };
}

const MEDICAL = extraLine({ code: 'x-medical', amountCents: 1250 });
const LEAVE = extraLine({ code: 'x-leave', base: 'gross', rateE7: 1_000_000 });
const MEAL = extraLine({ code: 'x-meal', side: 'employee', amountCents: 4000 });
const PROVIDENT = extraLine({ code: 'x-provident', base: 'upToCeiling', rateE7: 60_000, isWelfare: true });
const OWN_PROVIDENT = { ...PROVIDENT, side: 'employee', rateE7: 40_000 } as const;

describe('extra lines', () => {
  it('add fixed amounts and rates of gross to the cost, and nothing else', () => {
    expect(changes([MEDICAL, LEAVE])).toEqual({ cost: 1250 + 25_000, net: 0, social: 0, taxable: 0 });
  });

  it('are withheld from the net alone when they are not welfare', () => {
    expect(changes([MEAL])).toEqual({ cost: 0, net: -4000, social: 0, taxable: 0 });
  });

  it('deduct the employee’s welfare from every net', () => {
    expect(changes([OWN_PROVIDENT])).toEqual({ cost: 0, net: -1000, social: -1000, taxable: -1000 });
  });

  // 0.60 % of 2,500 € = 15.00 €. CSG and CRDS on the base + 15 €: 1.02 + 0.36 + 0.08 (rounded line by line: 168.39 for
  // 167.37, 59.43 for 59.07, 12.38 for 12.31), forfait social 8 % × 35 € = 2.80 € for 1.60 €.
  it('put CSG, CRDS and forfait social on the employer’s welfare', () => {
    expect(amountsByLine(compute([PROVIDENT]))).toMatchObject({
      'employer.x-provident': 1500,
      'employer.forfaitSocial': 280,
      'employee.csgDeductible': 16_941,
      'employee.csgNonDeductible': 5_979,
      'employee.crds': 1246,
    });
    expect(changes([PROVIDENT])).toEqual({ cost: 1500 + 120, net: -102 - 36 - 8, social: -146, taxable: -102 });
  });

  it('cut the gross at the ceiling, prorated for part time', () => {
    const lines = [
      extraLine({ code: 'x-one', base: 'upToCeiling', rateE7: 100_000 }),
      extraLine({ code: 'x-two', base: 'fromOneToEightCeilings', rateE7: 200_000 }),
    ];
    expect(amountsByLine(compute(lines, 600_000))).toMatchObject({ 'employer.x-one': 4005, 'employer.x-two': 3990 });
    // 17.5 hours: 2,002.50 € of ceiling.
    const half: SalaryInput = { ...COMPANY, workingTime: { kind: 'weeklyHours', minutes: 1050 } };
    expect(amountsByLine(compute(lines, 600_000, half))).toMatchObject({
      'employer.x-one': 2003,
      'employer.x-two': 7995,
    });
    const [line] = compute(lines, 600_000).lines.filter(({ code }) => code === 'x-two');
    expect(line).toEqual({
      code: 'x-two',
      label: 'Ligne de la coopérative',
      side: 'employer',
      baseCents: 199_500,
      rateE7: 200_000,
      secondBaseCents: 0,
      secondRateE7: 0,
      amountCents: 3990,
      source: 'Accord du 12 mars 2024',
      since: '2024-04-01',
    });
  });

  // Exempt: 6 % of 4,005 € + 1.5 % of 2,500 € = 277.80 €. 20 € of health cover + 300 € are 42.20 € above: pay like any other.
  it('make pay of the employer’s welfare above the exempt limit', () => {
    const lines = [extraLine({ code: 'x-rich', amountCents: 30_000, isWelfare: true })];
    const health = compute(lines).lines.find(({ code }) => code === 'health');
    expect(health).toMatchObject({ baseCents: 254_220, amountCents: 33_049 });
  });

  // Deducted from taxable pay up to 5 % of 4,005 € + 2 % of 2,500 € = 250.25 €: 20 + 250 € are 19.75 € above.
  it('tax welfare of both sides above the limit', () => {
    const lines = [extraLine({ code: 'x-rich', side: 'employee', amountCents: 25_000, isWelfare: true })];
    expect(changes(lines)['taxable']).toBe(-25_000 + 1975);
  });

  it('leave out lines that come to zero, and change nothing when there are none', () => {
    expect(compute([extraLine({}), { ...LEAVE, rateE7: 0 }])).toEqual(unwrap(computeFromGross(COMPANY, 250_000)));
  });
});

describe('refused extra lines', () => {
  const refusals: readonly (readonly [field: string, lines: readonly object[]])[] = [
    ['extraLines.code', [{ ...MEAL, code: 'health' }]],
    ['extraLines.code', [{ ...MEAL, code: undefined }]],
    ['extraLines.code', [{ ...MEAL, code: 'ax-meal' }]],
    ['extraLines.code', [{ ...MEAL, code: 'x-Meal' }]],
    ['extraLines.code', [{ ...MEAL, code: 'x-' }]],
    ['extraLines.code', [{ ...MEAL, code: `x-${'a'.repeat(41)}` }]],
    // One code as a list of one: it would read the same and be no text.
    ['extraLines.code', [{ ...MEAL, code: ['x-meal'] }]],
    ['extraLines.x-meal', [MEAL, MEAL]],
    ['extraLines.x-meal.side', [{ ...MEAL, side: 'both' }]],
    ['extraLines.x-meal.base', [{ ...MEAL, base: 'net' }]],
    ['extraLines.x-meal.amountCents', [{ ...MEAL, amountCents: Number.NaN }]],
    ['extraLines.x-meal.amountCents', [{ ...MEAL, amountCents: -1 }]],
    ['extraLines.x-leave.rateE7', [{ ...LEAVE, rateE7: 10_000_001 }]],
    ['extraLines.x-leave.rateE7', [{ ...LEAVE, rateE7: 0.5 }]],
    ['extraLines.x-leave.isWelfare', [{ ...LEAVE, isWelfare: 1 }]],
    // Half of the gross at most: beyond, a higher gross would give a lower net.
    [
      'extraLines.rateE7',
      [
        { ...OWN_PROVIDENT, rateE7: 3_000_000 },
        { ...PROVIDENT, rateE7: 2_000_001 },
      ],
    ],
    // Rates of 0.01 % are exact; this one in fractions of a cent would not be.
    ['extraLines.x-leave.rateE7', [{ ...LEAVE, rateE7: 9_999_999 }]],
  ];

  it.each(refusals)('names %s', (field, extraLines) => {
    // Values outside the types: lines may come from a file.
    const input: SalaryInput = { ...CONTRACT, isCadre: true, extraLines: extraLines as readonly ExtraLine[] };
    expect(prepareSalary(input)).toMatchObject({
      ok: false,
      error: { code: 'salary.invalidInput', details: { field } },
    });
  });

  it('are told with the most that is possible', () => {
    const most = (line: object) => prepareSalary({ ...CONTRACT, extraLines: [line as ExtraLine] });
    expect(most({ ...LEAVE, rateE7: 10_000_001 })).toMatchObject({ error: { details: { max: 10_000_000 } } });
    expect(most({ ...MEAL, amountCents: 1_000_001 })).toMatchObject({ error: { details: { max: 1_000_000 } } });
    expect(most({ ...OWN_PROVIDENT, rateE7: 5_000_001 })).toMatchObject({ error: { details: { max: 5_000_000 } } });
  });

  it('are not those at the very limits', () => {
    const lines = Array.from({ length: MAX_EXTRA_LINES }, (_, index) => extraLine({ code: `x-${String(index)}` }));
    expect(prepareSalary({ ...CONTRACT, extraLines: lines }).ok).toBe(true);
    const longest = { ...MEAL, code: `x-${'a'.repeat(40)}`, amountCents: 1_000_000 };
    expect(prepareSalary({ ...CONTRACT, extraLines: [longest] }).ok).toBe(true);
  });

  it('are those of the employee whose rates and amounts together take half of the largest pay', () => {
    const shared = (change: Partial<ExtraLine>, rateE7 = 4_900_000) =>
      prepareSalary({
        ...CONTRACT,
        extraLines: [{ ...OWN_PROVIDENT, rateE7 }, extraLine({ code: 'x-other', ...change })],
      });
    // 10,000 € a month are 1 % of the largest pay, which stands for 100,000 of the rate.
    expect(shared({ side: 'employee', amountCents: 1_000_000 }).ok).toBe(true);
    expect(shared({ side: 'employee', amountCents: 1_000_000 }, 4_900_001).ok).toBe(false);
    expect(shared({ side: 'employee', base: 'gross', rateE7: 100_000, amountCents: 1_000_000 }).ok).toBe(true);
    expect(shared({ side: 'employee', base: 'gross', rateE7: 100_001 }).ok).toBe(false);
    expect(shared({ side: 'employer', amountCents: 1_000_000 }, 5_000_000).ok).toBe(true);
  });

  it('refuses more lines than a payslip holds', () => {
    const lines = Array.from({ length: MAX_EXTRA_LINES + 1 }, (_, index) => extraLine({ code: `x-${String(index)}` }));
    expect(prepareSalary({ ...CONTRACT, extraLines: lines })).toMatchObject({
      error: { details: { field: 'extraLines', max: MAX_EXTRA_LINES } },
    });
  });
});
