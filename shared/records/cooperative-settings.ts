import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { address, longText, positiveCents, ratePpm, shortText } from './fields.ts';

/** One dated rule of the cooperative contribution. */
export const contributionRule = z.looseObject({
  version: shortText.min(1),
  from: plainDate,
  /** What the rate applies to: turnover excluding VAT, as collected or as invoiced. */
  base: z.enum(['collected', 'invoiced']),
  ratePpm,
  /** Where the cooperative decided it, shown with every figure. */
  source: shortText,
});

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
  paymentTermsDays: z.int().min(0).max(120),
  latePenaltyText: longText,
  contributionRules: z.array(contributionRule).min(1).max(50),
  /** Headcount and work-accident rate of the establishment, dated: inputs of the payroll. */
  employerFacts: z
    .array(z.looseObject({ from: plainDate, headcount: z.int().min(1).max(100_000), atmpRatePpm: ratePpm }))
    .min(1)
    .max(50),
});

/** Body of a `cooperativeSettings` record. */
export type CooperativeSettingsBody = z.infer<typeof cooperativeSettingsBody>;
/** One dated rule of the cooperative contribution. */
export type ContributionRule = z.infer<typeof contributionRule>;
