import { z } from './zod.ts';
import { cents, month, positiveCents, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';

/** What one month of a plan expects. */
const plannedMonth = z.looseObject({
  month,
  /** Collected turnover excluding VAT. */
  turnoverCents: positiveCents,
  /** Charges excluding VAT. */
  chargesCents: positiveCents,
  /** What is wished that month, in the plan's direction; 0 for a month without pay. */
  payCents: positiveCents,
});

/** A named idea of the coming months, kept by the member. */
const scenario = z.looseObject({
  name: shortText.min(1),
  /** `even`: the same cost in the chosen months (smoothing). Otherwise `payCents` is read as cost, gross or net. */
  direction: z.enum(['even', 'cost', 'gross', 'net']),
  /** What must stay on the account at every month's end. */
  reserveTargetCents: positiveCents,
  months: z.array(plannedMonth).min(1).max(24),
  /** Written by the versions before the estimates of decision 26, which asked; every plan counts with them now. */
  isEstimated: z.boolean().optional(),
});

/** A limit the member wants to be told about, for example of a benefit that falls when pay rises. */
const watchedThreshold = z.looseObject({
  label: shortText.min(1),
  measure: z.enum(['gross', 'netBeforeTax', 'socialNet', 'taxableNet']),
  per: z.enum(['month', 'quarter', 'year']),
  amountCents: cents,
});

/** The member's own planning: scenarios and watched limits. One record an activity. */
export const payPlanBody = z.looseObject({
  scenarios: z.array(scenario).max(10),
  watched: z.array(watchedThreshold).max(20),
});

/** Body of a `payPlan` record. */
export type PayPlanBody = z.infer<typeof payPlanBody>;
/** One scenario. */
export type PayScenario = PayPlanBody['scenarios'][number];
/** One watched limit. */
export type WatchedThreshold = PayPlanBody['watched'][number];

/** Facts of the type `payPlan`. */
export const payPlanFacts = {
  body: payPlanBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'never' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: 84_000,
  rowKeys: { scenarios: 'name', watched: 'label' },
  together: [],
} as const satisfies RecordFacts;
