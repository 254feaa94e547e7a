import { z } from './zod.ts';
import { cents, computation, currency, month, positiveCents, ratePpm, sha256, shortText } from './fields.ts';
import { payHistory } from './pay-history.ts';
import { countryProfile } from './country-profile.ts';
import { PAY, PAY_COUNTED, PAY_DECISIONS } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** A pay of a member outside the French payroll, in their own currency. Figures never change after the request. */
export const abroadPayBody = z.looseObject({
  input: z.looseObject({ period: month, budgetMinor: positiveCents, profile: countryProfile }),
  account: z.looseObject({ balanceMinor: cents, availableMinor: cents }),
  lines: z.array(z.looseObject({ code: shortText, baseMinor: cents, ratePpm, amountMinor: cents })).max(20),
  currency,
  /** Budget less lines. */
  paidMinor: positiveCents,
  computation,
  seal: sha256,
  history: payHistory,
});

/** Body of an `abroadPay` record. */
export type AbroadPayBody = z.infer<typeof abroadPayBody>;

/** Facts of the type `abroadPay`. */
export const abroadPayFacts = {
  body: abroadPayBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'requested',
  statuses: PAY,
  editable: [],
  reserved: PAY_DECISIONS,
  takenBack: 'none',
  month: { belongs: 'entering', statuses: PAY_COUNTED },
  counts: { statuses: PAY_COUNTED, plus: 'input.budgetMinor' },
  erasure: { stays: 'duty', duty: 'pay', statuses: ['validated', 'paid'] },
  judged: 'every',
  handedOut: [],
  isPay: true,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
