import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { positiveCents, ratePpm, reference, shortText } from './fields.ts';

/** What a person is in the cooperative, for rules and benefits that differ by it. */
export const memberStatus = z.enum(['cape', 'cesa', 'associate', 'salaried', 'abroad']);

/** One dated rule of the cooperative contribution. Everything optional is off when it is not there. */
export const contributionRule = z.looseObject({
  version: shortText.min(1),
  from: plainDate,
  /** Whom the rule is for; everybody when absent. A rule for activities goes before one for statuses, that before one for all. */
  statuses: z.array(memberStatus).min(1).max(10).optional(),
  activityIds: z.array(reference).min(1).max(500).optional(),
  /** What the rate applies to, excluding VAT: collected or invoiced turnover, or collected turnover less direct charges. */
  base: z.enum(['collected', 'invoiced', 'grossMargin']),
  /** The rate of every base without tiers; with tiers, ignored. */
  ratePpm,
  /** Tiers over the base of the fiscal year, lowest first; the last one has no `upToCents`. */
  tiers: z
    .array(z.looseObject({ upToCents: positiveCents.optional(), ratePpm }))
    .min(1)
    .max(10)
    .optional(),
  /** `marginal`: each slice at its own rate. `global`: the whole year's base at the rate of the tier it has reached. */
  tierMode: z.enum(['marginal', 'global']).optional(),
  /** Least and most contribution of a month or of a fiscal year; the yearly least is made up in its last month. */
  minimumCents: positiveCents.optional(),
  maximumCents: positiveCents.optional(),
  limitsPer: z.enum(['month', 'year']).optional(),
  /** A flat amount a month on top (insurance, tools); not under the limits. */
  monthlyFeeCents: positiveCents.optional(),
  monthlyFeeLabel: shortText.optional(),
  /** Whether purchases flagged for it are taken off the base. */
  givesBackFlaggedPurchases: z.boolean().optional(),
  /** The rate of invoices to other activities of the cooperative, which then leave the base. */
  internalRatePpm: ratePpm.optional(),
  /** Where the cooperative decided it, shown with every figure. */
  source: shortText,
});

/** One dated rule of the cooperative contribution. */
export type ContributionRule = z.infer<typeof contributionRule>;
/** What a person is in the cooperative. */
export type MemberStatus = z.infer<typeof memberStatus>;
