import fc from 'fast-check';
import { unwrap } from '../core/result.ts';
import type { PreparedSalary } from './compute-from-gross.ts';
import { prepareSalary } from './compute-from-gross.ts';
import type { SalaryInput } from './salary-input.ts';
import type { WorkingTime } from './working-time.ts';

/** A full-time contract in a company of ten, as most examples have it. */
export const CONTRACT: SalaryInput = {
  period: '2026-03',
  workingTime: { kind: 'weeklyHours', minutes: 2100 },
  headcount: 10,
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 4000,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
};

/** The example contract with changes, ready to compute. */
export function prepareContract(changes: Partial<SalaryInput> = {}): PreparedSalary {
  return unwrap(prepareSalary({ ...CONTRACT, ...changes }));
}

/** Contracts whose working time is counted in hours a week. */
const anyHours: fc.Arbitrary<WorkingTime> = fc
  .oneof(fc.constant(2100), fc.integer({ min: 1, max: 2100 }))
  .map((minutes) => ({ kind: 'weeklyHours', minutes }));

/** The weekly minutes of a contract that counts them. */
export function minutesOf({ workingTime }: SalaryInput): number {
  return workingTime?.kind === 'weeklyHours' ? workingTime.minutes : Number.NaN;
}

/** Working time counted in all ways, or not at all. */
export const anyWorkingTime: fc.Arbitrary<WorkingTime> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<WorkingTime>({ kind: 'none' }) },
  { weight: 3, arbitrary: anyHours },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 218 }).map((days): WorkingTime => ({ kind: 'annualDays', days })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 1607 }).map((hours): WorkingTime => ({ kind: 'annualHours', hours })),
  },
);

/** Contracts of all kinds: every version of the parameters, any part time, sizes around the thresholds, rich health covers. */
export const anyContract: fc.Arbitrary<SalaryInput> = fc.record({
  period: fc.constantFrom('2025-01', '2025-04', '2025-05', '2025-12', '2026-01', '2026-05', '2026-06', '2026-12'),
  workingTime: anyHours,
  headcount: fc.constantFrom(1, 10, 11, 49, 50, 249, 250),
  isCadre: fc.boolean(),
  atmpRatePpm: fc.oneof(
    fc.integer({ min: 0, max: 600 }).map((hundredths) => hundredths * 100),
    fc.integer({ min: 0, max: 10_000 }),
  ),
  mutuelleCents: fc.oneof(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 150_000 })),
  mutuelleEmployerSharePpm: fc.oneof(fc.constant(500_000), fc.integer({ min: 0, max: 1_000_000 })),
  transportRatePpm: fc.integer({ min: 0, max: 320 }).map((hundredths) => hundredths * 100),
});

/** Contracts of all kinds and ways of counting working time, some of them for a part of the month. */
export const anyMeasuredContract: fc.Arbitrary<SalaryInput> = fc
  .tuple(anyContract, anyWorkingTime, anyEmployedDays())
  .map(([contract, workingTime, employedDays]) => ({ ...contract, workingTime, employedDays }));

/** Mostly the whole month. */
export function anyEmployedDays(): fc.Arbitrary<number | undefined> {
  return fc.option(fc.integer({ min: 0, max: 28 }), { nil: undefined, freq: 2 });
}

/** Gross pays in cents: everyday ones, some around the thresholds, some high. */
export const anyGross: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 700_000 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(180_180, 182_303, 288_288, 392_500, 400_500, 405_405, 546_910, 594_594),
        fc.integer({ min: -3, max: 3 }),
      )
      .map(([threshold, offset]) => threshold + offset),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 100_000_000 }) },
);
