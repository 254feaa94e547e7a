import { z } from './zod.ts';
import { cents, computation, month, positiveCents, ratePpm, sha256, shortText } from './fields.ts';
import { payHistory } from './pay-history.ts';

/** What the salary engine was given. Mirrors `SalaryInput` of `shared/salary`. */
export const statementInput = z.looseObject({
  period: month,
  weeklyMinutes: z
    .int()
    .min(60)
    .max(48 * 60),
  headcount: z.int().min(1),
  isCadre: z.boolean(),
  atmpRatePpm: ratePpm,
  mutuelleCents: positiveCents,
  mutuelleEmployerSharePpm: ratePpm,
  transportRatePpm: ratePpm,
  grossCents: positiveCents,
});

const statementLine = z.looseObject({
  code: shortText,
  side: z.enum(['employer', 'employee']),
  /** Rates in 1e-7, as in `SalaryLine` of `shared/salary`. */
  baseCents: cents,
  rateE7: z.int(),
  secondBaseCents: cents,
  secondRateE7: z.int(),
  amountCents: cents,
});

/** A pay asked by the member for a month, with every line of its computation. Figures never change after the request. */
export const salaryStatementBody = z.looseObject({
  input: statementInput,
  /** The account when the pay was asked: what was available and what stays. */
  account: z.looseObject({ balanceCents: cents, availableCents: cents, residueCents: cents }),
  lines: z.array(statementLine).min(1).max(60),
  totals: z.looseObject({
    employerContributionsCents: cents,
    employeeContributionsCents: cents,
    netBeforeTaxCents: cents,
    taxableNetCents: cents,
    socialNetCents: cents,
    totalCostCents: cents,
    reductionCoefficientE4: z.int(),
  }),
  computation,
  /** SHA-256 of everything in the record that never changes after the request. */
  seal: sha256,
  /** Each step with author and date, oldest first. */
  history: payHistory,
});

/** Body of a `salaryStatement` record. */
export type SalaryStatementBody = z.infer<typeof salaryStatementBody>;
