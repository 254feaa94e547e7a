import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { amountsByLine } from './amounts-by-line.test-support.ts';
import { computeFromGross } from './compute-from-gross.ts';
import { CONTRACT } from './salary.test-support.ts';
import { computeYearSlowly } from './slow-reference.test-support.ts';
import { monthsOf, payYear, reductionOf, repeat } from './year.test-support.ts';

/** Reductions of the year in cents: month by month and regularised, by the engine and by the slow reference. */
function reductions(grosses: readonly number[], changes: Partial<typeof CONTRACT> = {}): Record<string, number> {
  const months = monthsOf({ ...CONTRACT, ...changes }, grosses);
  const slowly = (amounts: readonly Record<string, number>[]): number =>
    amounts.reduce((sum, month) => sum - (month['employer.generalReduction'] ?? 0), 0);
  return {
    alone: reductionOf(months.map(({ input, grossCents }) => unwrap(computeFromGross(input, grossCents)))),
    aloneSlowly: slowly(months.flatMap((month) => computeYearSlowly([month]).map(({ amounts }) => amounts))),
    regularised: reductionOf(payYear(months).computations),
    regularisedSlowly: slowly(computeYearSlowly(months).map(({ amounts }) => amounts)),
  };
}

describe('the general reduction of a year of irregular pay', () => {
  // 12.02 € × 151.67 h = 1,823.03 €. By hand: 2,000 € has 0.3147 (629.40 €), 6,000 € is above three minimum wages and has
  // none; the year of 48,000 € has 0.0395 of it.
  it('takes back 1,880.40 € of six months at 2,000 € and six at 6,000 €', () => {
    expect(reductions([...repeat(6, 200_000), ...repeat(6, 600_000)])).toEqual({
      alone: 377_640,
      aloneSlowly: 377_640,
      regularised: 189_600,
      regularisedSlowly: 189_600,
    });
  });

  // 1,200 € is under the minimum wage: 0.3981 (477.72 €); 3,600 €: 0.0557 (200.52 €); the year of 28,800 €: 0.1929.
  it('gives 1,486.08 € more for six months at 1,200 € and six at 3,600 €', () => {
    expect(reductions([...repeat(6, 120_000), ...repeat(6, 360_000)])).toEqual({
      alone: 406_944,
      aloneSlowly: 406_944,
      regularised: 555_552,
      regularisedSlowly: 555_552,
    });
  });

  // At 17.5 hours a week, 1,300 € has 0.1536 (199.68 €) and 3,700 € none; the year of 20,400 € has 0.0671 (1,368.84 €).
  it('takes back 627.96 € of a half-time year with ten months at 1,300 € and two at 3,700 €', () => {
    expect(
      reductions([...repeat(10, 130_000), ...repeat(2, 370_000)], {
        workingTime: { kind: 'weeklyHours', minutes: 1050 },
      }),
    ).toEqual({
      alone: 199_680,
      aloneSlowly: 199_680,
      regularised: 136_884,
      regularisedSlowly: 136_884,
    });
  });

  it('is the same in every line for twelve equal months', () => {
    const months = monthsOf(CONTRACT, repeat(12, 250_000));
    const alone = months.map(({ input, grossCents }) => amountsByLine(unwrap(computeFromGross(input, grossCents))));
    expect(payYear(months).computations.map(amountsByLine)).toEqual(alone);
  });

  it('gives back in one month what the year granted too much, with what was granted on the line', () => {
    const { computations } = payYear(monthsOf(CONTRACT, [...repeat(6, 200_000), ...repeat(6, 600_000)]));
    const line = computations[6]?.lines.find(({ code }) => code === 'generalReduction');
    // Seven months: 18,000 € of pay, 12,761.23 € of minimum wage, x = 0.563436…, x^1.75 = 0.366419…: 0.1585.
    expect(line).toMatchObject({
      baseCents: 1_800_000,
      rateE7: 1_585_000,
      alreadyCents: 377_640,
      amountCents: 377_640 - 285_300,
    });
  });
});

describe('ceilings of a year', () => {
  const { computations } = payYear(monthsOf(CONTRACT, [...repeat(6, 200_000), ...repeat(6, 600_000)]));
  const base = (month: number, code: string): readonly number[] => {
    const line = computations[month - 1]?.lines.find((one) => one.code === code && one.side === 'employer');
    return line === undefined ? [] : [line.baseCents, line.secondBaseCents];
  };

  // 6 × 4,005 = 24,030 € of ceiling against 12,000 € of pay: 12,030 € still fit under the ceilings of the months before.
  it('fills the ceilings of the months before first', () => {
    expect(base(7, 'supplementaryPension')).toEqual([600_000, 0]);
    expect(base(11, 'supplementaryPension')).toEqual([600_000, 0]);
    // Twelve ceilings are 48,060 €, the pay 48,000 €: nothing is ever above.
    expect(base(12, 'supplementaryPension')).toEqual([600_000, 0]);
    expect(base(12, 'cet')).toEqual([]);
  });

  it('gives CET and the second slice back when later ceilings cover earlier pay', () => {
    const year = payYear(monthsOf(CONTRACT, [600_000, 200_000])).computations.map(({ lines }) => lines);
    const pick = (month: number, code: string): unknown =>
      year[month]?.find((line) => line.code === code && line.side === 'employer');
    expect(pick(0, 'cet')).toMatchObject({ baseCents: 600_000, amountCents: 1260 });
    expect(pick(1, 'cet')).toMatchObject({ baseCents: -600_000, amountCents: -1260 });
    // 4,005 + 1,995 € in January; 8,000 € under 8,010 € in February: the 1,995 € move to the first slice.
    expect(pick(1, 'supplementaryPension')).toMatchObject({
      baseCents: 399_500,
      secondBaseCents: -199_500,
      amountCents: Math.round(399_500 * 0.0472 - 199_500 * 0.1295),
    });
  });
});

describe('reduced rates of 2025', () => {
  it('takes a reduced rate back on the months before when the year passes the limit, and gives it again below', () => {
    // 2.25 × 1,801.80 € = 4,054.05 € a month: 3,000 then 6,000 € are above 8,108.10 €, with 1,000 € more below 12,162.15 €.
    const { computations } = payYear(monthsOf(CONTRACT, [300_000, 600_000, 100_000], '2025'));
    const health = computations.map(({ lines }) => lines.find(({ code }) => code === 'health'));
    expect(health[0]).toMatchObject({ rateE7: 700_000, secondBaseCents: 0, secondRateE7: 0, amountCents: 21_000 });
    expect(health[1]).toMatchObject({
      baseCents: 600_000,
      rateE7: 1_300_000,
      secondBaseCents: 300_000,
      secondRateE7: 600_000,
      amountCents: 78_000 + 18_000,
    });
    expect(health[2]).toMatchObject({
      baseCents: 100_000,
      rateE7: 700_000,
      secondBaseCents: -900_000,
      secondRateE7: 600_000,
      amountCents: 7_000 - 54_000,
    });
  });

  it('regularises the whole year with the parameters of the month that is paid', () => {
    const grosses = repeat(5, 150_000);
    const months = monthsOf(CONTRACT, grosses, '2025');
    // 1,500 € are under the minimum wage: T × 1,500 €, T = 0.3194 in four months; in May 0.3193 × 7,500 € less those.
    const amounts = payYear(months).computations.map((month) => amountsByLine(month)['employer.generalReduction']);
    expect(amounts).toEqual([-47_910, -47_910, -47_910, -47_910, -(239_475 - 191_640)]);
  });
});
