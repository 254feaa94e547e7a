import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import reference from './cesa-years.json' with { type: 'json' };
import { computeFromGross } from './compute-from-gross.ts';
import type { SalaryInput } from './salary-input.ts';
import { reductionOf } from './year.test-support.ts';
import type { YearSoFar } from './year-so-far.ts';
import { accumulateYear } from './year-so-far.ts';

/** An entrepreneur under CESA as the independent computation has them: no cadre, no health cover, no line of the cooperative. */
const CESA: Omit<SalaryInput, 'period' | 'headcount'> = {
  workingTime: { kind: 'none' },
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 0,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
};

describe('the years of an entrepreneur under CESA, computed independently in exact fractions', () => {
  it.each(reference.cases)('$name, $year: reduction and coefficient of each month', (one) => {
    let yearSoFar: YearSoFar | undefined;
    const computations = one.grossCents.map((grossCents, index) => {
      const period = `${String(one.year)}-${String(one.startMonth + index).padStart(2, '0')}`;
      const input = { ...CESA, period, headcount: one.headcount, yearSoFar };
      const computed = unwrap(computeFromGross(input, grossCents));
      yearSoFar = accumulateYear(yearSoFar, input, computed);
      return computed;
    });
    expect({
      yearReductionCents: reductionOf(computations),
      monthlyReductionCents: computations.map((computed) => reductionOf([computed])),
      coefficientsE4: computations.map(({ totals }) => totals.reductionCoefficientE4),
    }).toEqual(one.expected);
  });
});
