import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { headcount, longText, month, reference, shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

const rateE7 = z.int().min(0).max(10_000_000);
const legal = { source: shortText.min(1), since: plainDate };
const datedValue = z.looseObject({ value: z.int().min(0).max(100_000_000), ...legal });
const code = z.string().regex(/^[a-zA-Z]{1,40}$/);
const base = z.enum([
  'all',
  'upToCeiling',
  'fromOneToEightCeilings',
  'upToFourCeilings',
  'upToEightOnceAboveCeiling',
  'grossUpToFourCeilings',
  'csgWithoutAllowance',
  'cadreWelfare',
  'healthCoverEmployer',
]);
const welfareLimit = z.looseObject({
  ceilingPercent: z.int().min(0).max(100),
  grossRateE7: rateE7,
  maximumCeilingPercent: z.int().min(0).max(100),
  ...legal,
});

/** Mirrors `PayrollParameters` of `shared/salary`: what a published version must hold to be computed with. */
export const payrollParameters = z.looseObject({
  from: month,
  until: month,
  ruleVersion: z.string().regex(/^salary-\d{4}-\d{2}\.[a-z0-9-]{1,20}$/),
  socialSecurityCeilingEuros: datedValue,
  minimumWageHourlyCents: datedValue,
  reductionMinimumWageHourlyCents: datedValue,
  cadreWelfareRateE7: datedValue,
  welfareExemption: welfareLimit,
  welfareTaxDeduction: welfareLimit,
  healthCover: z.looseObject(legal),
  reduction: z.looseObject({
    kind: z.enum(['linear', 'degressive']),
    limitTenths: z.int().min(11).max(100),
    minimumE4: z.int().min(0).max(10_000),
    deltaBelow50E4: z.int().min(0).max(10_000),
    deltaFrom50E4: z.int().min(0).max(10_000),
    ...legal,
  }),
  contributions: z
    .array(
      z.looseObject({
        code,
        side: z.enum(['employer', 'employee']),
        base,
        rateE7,
        secondBase: base.optional(),
        secondRateE7: rateE7.optional(),
        rateInput: z.enum(['atmpRatePpm', 'transportRatePpm']).optional(),
        reduced: z.looseObject({ rateE7, belowMinimumWagePercent: z.int().min(1).max(1000), ...legal }).optional(),
        headcountFrom: headcount.optional(),
        headcountBelow: headcount.optional(),
        isCadreOnly: z.boolean().optional(),
        isTaxable: z.boolean().optional(),
        ...legal,
      }),
    )
    .min(1)
    .max(80),
});

/** Payroll parameters the cooperative adds to those that come with Sillon; once published they never change. */
export const payrollVersionBody = z.looseObject({
  parameters: payrollParameters,
  /** Why the version exists, in the support team's words. */
  reason: longText,
  /** Ids of the published versions it takes the place of: all that were known with a month in common. */
  replaces: z.array(reference).max(1000).optional(),
  /** The estimate that is published as it is, and the text, with its day, that confirms it. */
  confirms: z.looseObject({ ruleVersion: shortText.min(1), source: shortText.min(1), date: plainDate }).optional(),
});

/** Body of a `payrollVersion` record. */
export type PayrollVersionBody = z.infer<typeof payrollVersionBody>;

/** Facts of the type `payrollVersion`. */
export const payrollVersionFacts = {
  body: payrollVersionBody,
  version: 1,
  database: 'commons',
  writers: ['supportTeam'],
  first: 'draft',
  statuses: { draft: ['published', 'voided'], published: [], voided: ['draft'] },
  editable: ['draft'],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'always' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
