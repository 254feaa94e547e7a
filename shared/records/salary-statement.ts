import { z } from './zod.ts';
import { workingTime } from './contract.ts';
import { cents, computation, headcount, month, positiveCents, ratePpm, sha256, shortText } from './fields.ts';
import { extraPayLine } from './extra-pay-line.ts';
import { payHistory } from './pay-history.ts';
import { PAY, PAY_COUNTED, PAY_DECISIONS } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** The months of the year and contract before, cumulated. Mirrors `YearSoFar` of `shared/salary`. */
const yearSoFar = z.looseObject({
  months: z.int().min(0).max(11),
  grossCents: positiveCents,
  /** In 1/21 of a cent. */
  ceilingParts: positiveCents,
  /** In 1/5,400 of a cent. */
  wageParts: positiveCents,
  healthCoverEmployerCents: positiveCents,
  welfareCents: cents,
  employeeWelfareCents: cents,
  cadreMonths: z.int().min(0).max(11),
  cadreGrossCents: positiveCents,
  reductionCents: positiveCents,
});

/** Minutes of a week. */
const weeklyMinutes = z
  .int()
  .min(60)
  .max(48 * 60);
/** A rate in 1e-7, at most 100 %, either way. */
const rateE7 = z.int().min(-10_000_000).max(10_000_000);

/** The months of the year before, cumulated. Mirrors `YearToDate` of `shared/salary`. */
const yearToDate = z.looseObject({
  months: z.int().min(0).max(11),
  grossCents: positiveCents,
  weeklyMinutes: z
    .int()
    .min(0)
    .max(11 * 48 * 60),
  /** Cents of the minimum wage × minutes. */
  wageCentMinutes: positiveCents,
  healthCoverEmployerCents: positiveCents,
  welfareCents: cents,
  employeeWelfareCents: cents,
  cadreMonths: z.int().min(0).max(11),
  cadreGrossCents: positiveCents,
  reductionCents: positiveCents,
});

/**
 * What the salary engine was given. Mirrors `SalaryInput` of `shared/salary`: `workingTime` with `yearSoFar` since version 2,
 * `weeklyMinutes` with `yearToDate` before and where the cooperative stays with the first rule until January.
 */
export const statementInput = z.looseObject({
  period: month,
  workingTime: workingTime.optional(),
  employedDays: z.int().min(0).max(31).optional(),
  weeklyMinutes: weeklyMinutes.optional(),
  headcount,
  isCadre: z.boolean(),
  atmpRatePpm: ratePpm,
  mutuelleCents: positiveCents,
  mutuelleEmployerSharePpm: ratePpm,
  transportRatePpm: ratePpm,
  grossCents: positiveCents,
  extraLines: z.array(extraPayLine).max(40).optional(),
  yearSoFar: yearSoFar.optional(),
  newlyCounted: z.looseObject({ months: z.int().min(0).max(11), ceilingParts: cents, wageParts: cents }).optional(),
  yearToDate: yearToDate.optional(),
});

const statementLine = z.looseObject({
  code: shortText,
  side: z.enum(['employer', 'employee']),
  /** Rates in 1e-7, as in `SalaryLine` of `shared/salary`. */
  baseCents: cents,
  rateE7,
  secondBaseCents: cents,
  secondRateE7: rateE7,
  amountCents: cents,
  alreadyCents: positiveCents.optional(),
});

/** A pay asked by the member for a month, with every line of its computation. Figures never change after the request. */
export const salaryStatementBody = z.looseObject({
  input: statementInput,
  /** The account when the pay was asked: what was available and what stays. */
  account: z.looseObject({ balanceCents: cents, availableCents: cents, residueCents: cents }),
  lines: z.array(statementLine).min(1).max(120),
  totals: z.looseObject({
    employerContributionsCents: cents,
    employeeContributionsCents: cents,
    netBeforeTaxCents: cents,
    taxableNetCents: cents,
    socialNetCents: cents,
    totalCostCents: cents,
    reductionCoefficientE4: z.int().min(-100_000).max(100_000),
  }),
  /** What of the contributions settles months of the year that were paid under another rule or contract: part of the lines. */
  settlement: z.looseObject({ employerCents: cents, employeeCents: cents }).optional(),
  computation,
  /** SHA-256 of everything in the record that never changes after the request. */
  seal: sha256,
  /** Each step with author and date, oldest first. */
  history: payHistory,
});

/** Body of a `salaryStatement` record. */
export type SalaryStatementBody = z.infer<typeof salaryStatementBody>;

/** Facts of the type `salaryStatement`. */
export const salaryStatementFacts = {
  body: salaryStatementBody,
  version: 2,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'requested',
  statuses: PAY,
  editable: [],
  reserved: PAY_DECISIONS,
  takenBack: 'none',
  month: { belongs: 'entering', statuses: PAY_COUNTED },
  counts: { statuses: PAY_COUNTED, plus: 'totals.totalCostCents' },
  erasure: { stays: 'duty', duty: 'pay', statuses: ['validated', 'paid'] },
  judged: 'every',
  handedOut: [],
  isPay: true,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
