import fc from 'fast-check';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';

/** A contract and a gross the public model knows too: no extra lines, no year to date. */
export interface OracleCase {
  readonly input: SalaryInput;
  readonly grossCents: number;
}

const anyInput: fc.Arbitrary<SalaryInput> = fc.record({
  period: fc.constantFrom('2025-02', '2025-04', '2025-05', '2025-11', '2026-01', '2026-05', '2026-06', '2026-12'),
  // Half hours: the model reads hours.
  workingTime: fc
    .oneof(
      fc.constant(2100),
      fc.integer({ min: 14, max: 70 }).map((halves) => halves * 30),
    )
    .map((minutes) => ({ kind: 'weeklyHours', minutes }) as const),
  headcount: fc.constantFrom(1, 10, 11, 49, 50, 249, 250),
  isCadre: fc.boolean(),
  atmpRatePpm: fc.integer({ min: 50, max: 600 }).map((hundredths) => hundredths * 100),
  // Whole euros: the model carries fractions of a cent of a share on into the CSG, a payslip cannot.
  mutuelleCents: fc.integer({ min: 0, max: 120 }).map((whole) => whole * 100),
  mutuelleEmployerSharePpm: fc.integer({ min: 50, max: 100 }).map((percent) => percent * 10_000),
  transportRatePpm: fc.constant(0),
});

/** Everyday pays and high ones, both years, all kinds of contracts. */
export const anyOracleCase: fc.Arbitrary<OracleCase> = fc.record({
  input: anyInput,
  grossCents: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 10_000, max: 700_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 700_000, max: 4_000_000 }) },
  ),
});
