import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { benefit } from './benefit.ts';
import { contributionRule } from './contribution-rule.ts';
import { countryProfile } from './country-profile.ts';
import { extraPayLine } from './extra-pay-line.ts';
import { address, headcount, longText, month, positiveCents, ratePpm, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** Facts about the cooperative itself, kept by the support team in `commons`. One record. */
export const cooperativeSettingsBody = z.looseObject({
  legalName: shortText.min(1),
  tradeName: shortText,
  legalForm: shortText,
  siren: z.string().regex(/^\d{9}$/),
  vatNumber: z.string().max(20),
  registry: shortText,
  shareCapitalCents: positiveCents,
  address,
  iban: z.string().max(34),
  /** Bank accounts it had before, latest first: invoices issued offline may still name one. */
  formerIbans: z.array(z.string().max(34)).max(20).optional(),
  paymentTermsDays: z.int().min(0).max(120),
  latePenaltyText: longText,
  contributionRules: z.array(contributionRule).min(1).max(50),
  /** Headcount and work-accident rate of the establishment, dated: inputs of the payroll. */
  employerFacts: z
    .array(
      z.looseObject({
        from: plainDate,
        headcount,
        atmpRatePpm: ratePpm,
        /** Where both come from: the declaration of the headcount, the notice of the rate. */
        source: shortText.optional(),
      }),
    )
    .min(1)
    .max(50),
  /** Month in which the fiscal year starts, 1 to 12; January when absent. */
  fiscalYearStartMonth: z.int().min(1).max(12).optional(),
  /** Lines added to every pay, by the date from which the whole list applies. */
  extraPayLines: z
    .array(z.looseObject({ from: plainDate, lines: z.array(extraPayLine).max(20) }))
    .max(50)
    .optional(),
  benefits: z.array(benefit).max(40).optional(),
  countryProfiles: z.array(countryProfile).max(100).optional(),
  /** General meetings that approved the accounts of a fiscal year, named by its first month. */
  generalMeetings: z
    .array(z.looseObject({ fiscalYear: month, date: plainDate }))
    .max(100)
    .optional(),
  /** Whether ceilings and the general reduction are counted over the calendar year; month by month when absent. */
  isYearRegularised: z.boolean().optional(),
  /** Last closed month: nothing dated in it or before is written any more. */
  closedThrough: month.optional(),
});

/** Body of a `cooperativeSettings` record. */
export type CooperativeSettingsBody = z.infer<typeof cooperativeSettingsBody>;

/** Facts of the type `cooperativeSettings`. */
export const cooperativeSettingsFacts = {
  body: cooperativeSettingsBody,
  version: 1,
  database: 'commons',
  writers: ['supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'never' },
  erasure: { stays: 'always' },
  judged: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
