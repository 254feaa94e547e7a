import { countryProfile } from './country-profile.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';

/** How members outside the French payroll are paid, by country and date. */
export const countryProfilesBody = z.looseObject({
  countryProfiles: z.array(countryProfile).max(100).optional(),
});

/** Facts of the type `countryProfiles`. */
export const countryProfilesFacts = { ...SETTINGS_FACTS, body: countryProfilesBody } as const satisfies RecordFacts;
