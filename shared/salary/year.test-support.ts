import fc from 'fast-check';
import { unwrap } from '../core/result.ts';
import { prepareSalary } from './compute-from-gross.ts';
import type { ExtraLine } from './extra-line.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryInput } from './salary-input.ts';
import { anyContract, anyEmployedDays, anyWorkingTime } from './salary.test-support.ts';
import type { YearSoFar } from './year-so-far.ts';
import { accumulateYear } from './year-so-far.ts';

/** A month's contract and gross. */
export interface YearMonth {
  readonly input: SalaryInput;
  readonly grossCents: number;
}

/** An extra line with its figures; the texts are the same for all. */
export function extraLine(changes: Partial<ExtraLine>): ExtraLine {
  return {
    code: 'x-line',
    label: 'Ligne de la coopérative',
    side: 'employer',
    base: 'fixed',
    rateE7: 0,
    amountCents: 0,
    isWelfare: false,
    source: 'Accord du 12 mars 2024',
    since: '2024-04-01',
    ...changes,
  };
}

/** Up to four lines of all bases and sides, together at most 32 % on gross. */
export const anyExtraLines: fc.Arbitrary<readonly ExtraLine[]> = fc
  .array(
    fc.record({
      side: fc.constantFrom('employer' as const, 'employee' as const),
      base: fc.constantFrom(
        'fixed' as const,
        'gross' as const,
        'upToCeiling' as const,
        'fromOneToEightCeilings' as const,
      ),
      rateE7: fc.integer({ min: 0, max: 800 }).map((hundredths) => hundredths * 1000),
      amountCents: fc.integer({ min: 0, max: 20_000 }),
      isWelfare: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((lines) => lines.map((line, index) => extraLine({ ...line, code: `x-line-${String(index)}` })));

/** Contracts whose work-accident rate has two decimals of a percent, as they are published: always exact. */
export const anyPublishedContract: fc.Arbitrary<SalaryInput> = anyContract.map((contract) => ({
  ...contract,
  atmpRatePpm: Math.floor(contract.atmpRatePpm / 100) * 100,
}));

const anyMonthGross: fc.Arbitrary<number> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 700_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4_000_000 }) },
);

/** Years of one to twelve months: working time, status, health cover and extra lines may change between their
 * two halves, the first and the last may be a part of a month. */
export const anyYear: fc.Arbitrary<readonly YearMonth[]> = fc
  .tuple(
    fc.constantFrom('2025', '2026'),
    fc.tuple(anyPublishedContract, anyExtraLines, anyWorkingTime),
    fc.tuple(anyPublishedContract, anyExtraLines, anyWorkingTime),
    fc.array(anyMonthGross, { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.tuple(anyEmployedDays(), anyEmployedDays()),
  )
  .map(([year, first, second, gross, change, [entryDays, exitDays]]) =>
    gross.map((grossCents, index) => {
      const [contract, extraLines, workingTime] = index < change ? first : second;
      const period = `${year}-${String(index + 1).padStart(2, '0')}`;
      const employedDays = index === 0 ? entryDays : index === gross.length - 1 ? exitDays : undefined;
      return { input: { ...contract, workingTime, employedDays, period, extraLines }, grossCents };
    }),
  );

/** The twelve months of 2026 (or another year) of one contract. */
export function monthsOf(contract: SalaryInput, grosses: readonly number[], year = '2026'): readonly YearMonth[] {
  return grosses.map((grossCents, index) => ({
    input: { ...contract, period: `${year}-${String(index + 1).padStart(2, '0')}` },
    grossCents,
  }));
}

/** The same gross several times. */
export function repeat(count: number, grossCents: number): readonly number[] {
  return Array.from({ length: count }, () => grossCents);
}

/** A year with the annual regularisation: each month with the months before it. */
export function payYear(months: readonly YearMonth[]): {
  readonly computations: readonly SalaryComputation[];
  readonly inputs: readonly SalaryInput[];
  readonly year: YearSoFar | undefined;
} {
  const computations: SalaryComputation[] = [];
  const inputs: SalaryInput[] = [];
  let year: YearSoFar | undefined;
  for (const { input, grossCents } of months) {
    const withYear: SalaryInput = { ...input, ...(year && { yearSoFar: year }) };
    const computation = unwrap(unwrap(prepareSalary(withYear)).fromGross(grossCents));
    inputs.push(withYear);
    computations.push(computation);
    year = accumulateYear(year, withYear, computation);
  }
  return { computations, inputs, year };
}

/** The general reduction of months, in cents, positive. */
export function reductionOf(computations: readonly SalaryComputation[]): number {
  const lines = computations.flatMap((computation) => computation.lines);
  return lines.reduce((sum, { code, amountCents }) => sum - (code === 'generalReduction' ? amountCents : 0), 0);
}
