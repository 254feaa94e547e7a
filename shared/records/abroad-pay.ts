import { z } from './zod.ts';
import { cents, computation, currency, month, positiveCents, ratePpm, sha256, shortText } from './fields.ts';
import { payHistory } from './pay-history.ts';
import { countryProfile } from './country-profile.ts';

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
