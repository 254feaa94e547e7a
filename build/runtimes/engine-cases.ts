import fc from 'fast-check';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import { anyContract, anyGross } from '../../shared/salary/salary.test-support.ts';
import { anyExtraLines, anyYear } from '../../shared/salary/year.test-support.ts';
import { readCommittedCases } from '../oracle/committed-cases.ts';
import { anyContributionCase } from './any-contribution-case.ts';
import type { EngineCase, PayCase } from './engine-case.ts';

const RANDOM_PAYS = 150;
const RANDOM_YEARS = 40;
const RANDOM_CONTRIBUTIONS = 100;

const anyDirection = fc.constantFrom('gross' as const, 'cost' as const, 'net' as const);

/** Contracts of both years, some with extra lines, some in a month or with an amount that is refused. */
const anyPay: fc.Arbitrary<PayCase> = fc.record({
  input: fc
    .tuple(anyContract, fc.option(anyExtraLines, { nil: undefined }), fc.integer({ min: 0, max: 19 }))
    .map(([contract, extraLines, lot]): SalaryInput => {
      const input = lot === 0 ? { ...contract, period: '2027-01' } : contract;
      return extraLines === undefined ? input : { ...input, extraLines };
    }),
  direction: anyDirection,
  amountCents: fc.oneof({ weight: 12, arbitrary: anyGross }, { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 2e9) }),
});

/** Years with irregular pay, of which each month starts from a gross, a cost or a net. */
const anyPaidYear: fc.Arbitrary<readonly PayCase[]> = fc
  .tuple(anyYear, fc.array(anyDirection, { minLength: 12, maxLength: 12 }))
  .map(([months, directions]) =>
    months.map(({ input, grossCents }, index) => ({
      input,
      direction: directions[index] ?? 'gross',
      amountCents: grossCents,
    })),
  );

/** All committed cases, in their own direction. */
export function listCommittedCases(): EngineCase[] {
  return readCommittedCases().map(({ id, input, budgetCents, grossCents }) => ({
    id,
    kind: 'pay',
    pay:
      budgetCents === undefined
        ? { input, direction: 'gross', amountCents: grossCents ?? 0 }
        : { input, direction: 'cost', amountCents: budgetCents },
  }));
}

/** The random cases of a seed: pays, regularised years, contributions. */
export function listRandomCases(seed: number): EngineCase[] {
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });
  const idOf = (kind: string, index: number): string => `${kind} ${String(index)} of seed ${String(seed)}`;
  return [
    ...sample(anyPay, RANDOM_PAYS).map((pay, index) => ({ id: idOf('pay', index), kind: 'pay' as const, pay })),
    ...sample(anyPaidYear, RANDOM_YEARS).map((months, index) => ({
      id: idOf('year', index),
      kind: 'year' as const,
      months,
    })),
    ...sample(anyContributionCase, RANDOM_CONTRIBUTIONS).map((contribution, index) => ({
      id: idOf('contribution', index),
      kind: 'contribution' as const,
      contribution,
    })),
  ];
}
