import type { netPayBody } from './net-pay.ts';
import { z } from './zod.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';
import { SETTINGS_SUBJECTS } from './settings-subjects.ts';

const {
  cooperativeIdentity,
  contributionRules,
  employerFacts,
  extraPayLines,
  cooperativeBenefits,
  countryProfiles,
  generalMeetings,
  closing,
} = SETTINGS_SUBJECTS;

/**
 * Everything the cooperative set in one record, as Sillon 0.1 kept it. Read for the subjects that have no record of their own
 * yet; nobody writes one any more.
 */
export const cooperativeSettingsBody = z.looseObject({
  ...cooperativeIdentity.shape,
  ...contributionRules.shape,
  ...employerFacts.shape,
  ...extraPayLines.shape,
  ...cooperativeBenefits.shape,
  ...countryProfiles.shape,
  ...generalMeetings.shape,
  ...closing.shape,
});

/** What was in one record, and what has had a record of its own from its first day. */
type WholeBody = z.infer<typeof cooperativeSettingsBody> & z.infer<typeof netPayBody>;

/**
 * Everything the cooperative set, put together from its records (`shared/cooperative/settings-in-force.ts`): what rules compute
 * with. Members that only a later version knows stay in their records.
 */
export type CooperativeSettings = { [K in keyof WholeBody as string extends K ? never : K]: WholeBody[K] };

/** Facts of the type `cooperativeSettings`. */
export const cooperativeSettingsFacts = {
  ...SETTINGS_FACTS,
  body: cooperativeSettingsBody,
  writers: [],
  editable: ['active'],
  takenBack: 'none',
} as const satisfies RecordFacts;
