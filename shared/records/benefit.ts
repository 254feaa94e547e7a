import { z } from './zod.ts';
import { plainDate } from './envelope.ts';
import { positiveCents, ratePpm, shortText } from './fields.ts';
import { memberStatus } from './contribution-rule.ts';

/** One step of a benefit: its conditions (all must hold) and what it gives; without statuses it is for the French payroll. */
export const benefitStep = z.looseObject({
  fromSeniorityMonths: z.int().min(0).max(600).optional(),
  /** Collected turnover of the twelve months before. */
  fromTurnoverCents: positiveCents.optional(),
  statuses: z.array(memberStatus).min(1).max(10).optional(),
  /** What the cooperative gives a month; for the health cover, its share is `sharePpm` instead. */
  employerCents: positiveCents,
  /** What is withheld from the net a month (the employee's part of meal vouchers). */
  employeeCents: positiveCents,
  /** Paid leave beyond the law: provision in percent of gross. */
  grossRatePpm: ratePpm,
  /** The employer's share of the health cover. */
  sharePpm: ratePpm.optional(),
});

/** A benefit that grows by steps; the last step whose conditions hold applies. */
export const benefit = z.looseObject({
  code: z.string().regex(/^[a-z0-9-]{1,30}$/),
  kind: z.enum(['mealVouchers', 'healthCover', 'leave', 'trainingBudget', 'other']),
  label: shortText.min(1),
  from: plainDate,
  until: plainDate.optional(),
  source: shortText,
  steps: z.array(benefitStep).min(1).max(12),
});

/** A benefit of the cooperative. */
export type Benefit = z.infer<typeof benefit>;
/** One step of a benefit. */
export type BenefitStep = z.infer<typeof benefitStep>;
