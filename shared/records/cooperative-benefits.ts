import { benefit } from './benefit.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** What the cooperative gives beside the pay, each benefit with its steps. */
export const cooperativeBenefitsBody = z.looseObject({
  benefits: z.array(benefit).max(40).optional(),
});

/** Facts of the type `cooperativeBenefits`. */
export const cooperativeBenefitsFacts = {
  ...SETTINGS_FACTS,
  body: cooperativeBenefitsBody,
} as const satisfies RecordFacts;
