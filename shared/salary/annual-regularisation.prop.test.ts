import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { PreparedSalary } from './compute-from-gross.ts';
import { prepareSalary } from './compute-from-gross.ts';
import { listCostStretches } from './cost-shape.ts';
import { CONTRACT, minutesOf } from './salary.test-support.ts';
import { rational, round, times } from './slow-rational.test-support.ts';
import { slowDegressiveE4, slowLinearE4 } from './slow-reduction.test-support.ts';
import { solvePreparedFromCost } from './solve-from-cost.ts';
import { solvePreparedFromNet } from './solve-from-net.ts';
import { anyExtraLines, anyPublishedContract, anyYear, monthsOf, payYear, reductionOf } from './year.test-support.ts';

/** The last month of a year with extra lines, ready to compute on top of the months before. */
const anyLastMonth: fc.Arbitrary<PreparedSalary> = anyYear.map((months) => {
  const input = payYear(months).inputs.at(-1);
  if (input === undefined) throw new Error('a year has a month');
  return unwrap(prepareSalary(input));
});

const anyAmount = fc.oneof(fc.integer({ min: 0, max: 800_000 }), fc.integer({ min: 0, max: 5_000_000 }));

it('makes of a year what one computation of its sums makes: bases, slices and general reduction', () => {
  // Tens of euros, so that no line is under half a cent: such a line is left out, and its base with it.
  const anyTens = fc.integer({ min: 1, max: 1500 }).map((tens) => tens * 1000);
  const anyMonths = fc.array(anyTens, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anyMonths, (grosses) => {
      const { computations } = payYear(monthsOf(CONTRACT, grosses));
      const lines = computations.flatMap((computation) => computation.lines);
      const sum = (code: string, figure: 'baseCents' | 'secondBaseCents'): number =>
        lines.reduce((total, line) => total + (line.code === code && line.side === 'employer' ? line[figure] : 0), 0);
      const gross = grosses.reduce((total, grossCents) => total + grossCents, 0);
      const ceiling = 400_500 * grosses.length;
      expect(sum('health', 'baseCents')).toBe(gross);
      expect(sum('cappedOldAge', 'baseCents')).toBe(Math.min(gross, ceiling));
      expect(sum('unemployment', 'baseCents')).toBe(Math.min(gross, 4 * ceiling));
      // A month whose two bases come to nothing together shows no such line.
      const isCegShown = computations.every(({ lines }) => lines.some(({ code }) => code === 'ceg'));
      if (isCegShown) {
        expect(sum('ceg', 'secondBaseCents')).toBe(Math.max(0, Math.min(gross, 8 * ceiling) - ceiling));
      }
      expect(sum('cet', 'baseCents')).toBe(gross > ceiling ? Math.min(gross, 8 * ceiling) : 0);
      const wage = times(rational(1202), rational(35 * 52 * grosses.length, 12));
      const coefficientE4 = slowDegressiveE4(rational(gross), wage, 3781);
      expect(reductionOf(computations)).toBe(round(times(rational(gross), rational(coefficientE4, 10_000))));
    }),
    { numRuns: 500, examples: [[[416_000, 4_000, 1_000]]] },
  );
});

it('grants over a year the general reduction of one computation of its sums, whatever the contract', () => {
  // A health cover of at most 100 € stays exempt, so that the base is the gross.
  const anyPlainContract = anyPublishedContract.map((contract) => ({
    ...contract,
    mutuelleCents: contract.mutuelleCents % 10_001,
  }));
  const anyMonths = fc.array(fc.integer({ min: 0, max: 700_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anyPlainContract, fc.constantFrom('2025', '2026'), anyMonths, (contract, year, grosses) => {
      const months = monthsOf(contract, grosses, year);
      const base = rational(grosses.reduce((total, grossCents) => total + grossCents, 0));
      const hourlyCents = year === '2025' ? 1188 : 1202;
      const wage = rational(hourlyCents * minutesOf(contract) * 52 * months.length, 60 * 12);
      const isSmall = contract.headcount < 50;
      // The last month regularises the whole year with its own maximum, which changed in May 2025.
      const maximumE4 = (isSmall ? 3193 : 3233) + (months.length < 5 ? 1 : 0);
      const coefficientE4 =
        year === '2025' ? slowLinearE4(base, wage, maximumE4) : slowDegressiveE4(base, wage, isSmall ? 3781 : 3821);
      const expected = round(times(base, rational(coefficientE4, 10_000)));
      expect(reductionOf(payYear(months).computations)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('does not depend on the order of the months, but for the cents that each month rounds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 2, maxLength: 12 }), (grosses) => {
      const cost = (list: readonly number[]): number =>
        payYear(monthsOf(CONTRACT, list)).computations.reduce((total, { totals }) => total + totals.totalCostCents, 0);
      const roundings = 20 * grosses.length;
      expect(Math.abs(cost(grosses) - cost(grosses.toReversed()))).toBeLessThanOrEqual(roundings);
    }),
    { numRuns: 200 },
  );
});

it('adds its totals up from the lines, of any sign', () => {
  fc.assert(
    fc.property(anyYear, (months) => {
      for (const { lines, totals, grossCents } of payYear(months).computations) {
        const sum = (side: string): number =>
          lines.filter((line) => line.side === side).reduce((total, line) => total + line.amountCents, 0);
        expect(totals.totalCostCents).toBe(grossCents + sum('employer'));
        expect(totals.netBeforeTaxCents).toBe(grossCents - sum('employee'));
        expect(Object.values(totals).every(Number.isSafeInteger)).toBe(true);
        expect(lines.some(({ amountCents, baseCents }) => Object.is(amountCents, -0) || Object.is(baseCents, -0))).toBe(
          false,
        );
      }
    }),
    { numRuns: 200 },
  );
});

it('unfolds every line to base × rate − what was granted, within the rounding of the shown bases', () => {
  fc.assert(
    fc.property(anyYear, (months) => {
      for (const line of payYear(months).computations.flatMap((computation) => computation.lines)) {
        const product = (line.baseCents * line.rateE7 + line.secondBaseCents * line.secondRateE7) / 10_000_000;
        const amount = line.code === 'generalReduction' ? (line.alreadyCents ?? 0) - product : product;
        expect(Math.abs(line.amountCents - amount)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 200 },
  );
});

it('costs less of a higher gross of a later month only where the minimum wage follows it, and the short paths equal the lines', () => {
  fc.assert(
    fc.property(anyLastMonth, fc.nat(3), anyAmount, (prepared, index, offset) => {
      const stretches = listCostStretches(prepared);
      const { first, last, slackCents } = stretches[index] ?? stretches[0] ?? { first: 0, last: 0, slackCents: 0 };
      const start = first + (offset % Math.max(1, last - first));
      let highestCents = Number.NEGATIVE_INFINITY;
      for (let grossCents = start; grossCents < Math.min(start + 100, last); grossCents += 1) {
        const { totals } = unwrap(prepared.fromGross(grossCents));
        const isFallen = totals.totalCostCents < highestCents - 2 * slackCents;
        if (isFallen) throw new Error(`cost falls at ${String(grossCents)}`);
        highestCents = Math.max(highestCents, totals.totalCostCents);
        if (prepared.costOf(grossCents) !== totals.totalCostCents) throw new Error('cost differs from the lines');
        if (prepared.netOf(grossCents) !== totals.netBeforeTaxCents) throw new Error('net differs from the lines');
      }
    }),
    { numRuns: 300 },
  );
});

it('finds the gross again from a cost that can be reached, or a higher one of the same cost', () => {
  fc.assert(
    fc.property(anyLastMonth, anyAmount, (prepared, grossCents) => {
      const budgetCents = prepared.costOf(grossCents);
      fc.pre(budgetCents >= 0 && budgetCents <= 100_000_000);
      const { computation, residueCents } = unwrap(solvePreparedFromCost(prepared, budgetCents));
      // Where the minimum wage follows the pay a higher gross may cost less.
      if (listCostStretches(prepared).length === 1) expect(residueCents).toBe(0);
      expect(residueCents).toBeGreaterThanOrEqual(0);
      expect(computation.grossCents).toBeGreaterThanOrEqual(grossCents);
      expect(prepared.costOf(computation.grossCents + 1)).toBeGreaterThan(budgetCents);
    }),
    { numRuns: 500 },
  );
});

it('reaches a net of a later month, and no smaller gross does', () => {
  fc.assert(
    fc.property(anyLastMonth, anyAmount, fc.integer({ min: -8000, max: 8000 }), (prepared, near, offset) => {
      const netCents = Math.max(0, prepared.netOf(near) + offset);
      const solved = solvePreparedFromNet(prepared, netCents);
      fc.pre(solved.ok);
      const { computation, excessCents, isExact } = unwrap(solved);
      expect(excessCents).toBe(computation.totals.netBeforeTaxCents - netCents);
      expect(excessCents).toBeGreaterThanOrEqual(0);
      expect(isExact).toBe(excessCents === 0);
      // The net falls by at most 0.14 % of twelve ceilings (about 67 €), and rises by at least a third of the gross.
      for (let lower = Math.max(0, computation.grossCents - 21_000); lower < computation.grossCents; lower += 1) {
        if (prepared.netOf(lower) >= netCents) throw new Error(`${String(lower)} already reaches ${String(netCents)}`);
      }
    }),
    { numRuns: 200 },
  );
});

it('reaches a net of one month with extra lines, and no smaller gross does', () => {
  fc.assert(
    fc.property(anyExtraLines, anyAmount, (extraLines, near) => {
      const prepared = unwrap(prepareSalary({ ...CONTRACT, isCadre: true, extraLines }));
      const netCents = Math.max(0, prepared.netOf(near));
      const { computation } = unwrap(solvePreparedFromNet(prepared, netCents));
      expect(computation.totals.netBeforeTaxCents).toBeGreaterThanOrEqual(netCents);
      for (let lower = Math.max(0, computation.grossCents - 3000); lower < computation.grossCents; lower += 1) {
        if (prepared.netOf(lower) >= netCents) throw new Error(`${String(lower)} already reaches ${String(netCents)}`);
      }
    }),
    { numRuns: 300 },
  );
});
