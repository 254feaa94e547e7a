import { address, longText, positiveCents, shortText } from './fields.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** Who the cooperative is on its invoices and documents, and on what terms it invoices. */
export const cooperativeIdentityBody = z.looseObject({
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
});

/** Facts of the type `cooperativeIdentity`. */
export const cooperativeIdentityFacts = {
  ...SETTINGS_FACTS,
  body: cooperativeIdentityBody,
} as const satisfies RecordFacts;
