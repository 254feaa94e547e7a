import { closingBody } from './closing.ts';
import { contributionRulesBody } from './contribution-rules.ts';
import { cooperativeBenefitsBody } from './cooperative-benefits.ts';
import { cooperativeIdentityBody } from './cooperative-identity.ts';
import { countryProfilesBody } from './country-profiles.ts';
import { employerFactsBody } from './employer-facts.ts';
import { extraPayLinesBody } from './extra-pay-lines.ts';
import { generalMeetingsBody } from './general-meetings.ts';
import { netPayBody } from './net-pay.ts';

/** The subjects of the cooperative's settings, each a record type of its own; no member stands in two of them. */
export const SETTINGS_SUBJECTS = {
  cooperativeIdentity: cooperativeIdentityBody,
  contributionRules: contributionRulesBody,
  employerFacts: employerFactsBody,
  extraPayLines: extraPayLinesBody,
  cooperativeBenefits: cooperativeBenefitsBody,
  countryProfiles: countryProfilesBody,
  generalMeetings: generalMeetingsBody,
  closing: closingBody,
  netPay: netPayBody,
} as const;

/** Name of a subject of the cooperative's settings: the type of its record. */
export type SettingsSubject = keyof typeof SETTINGS_SUBJECTS;

/** Names of all subjects. */
export const SUBJECT_NAMES = Object.keys(SETTINGS_SUBJECTS) as readonly SettingsSubject[];

/** Whether a record type is a subject of the settings. */
export function isSettingsSubject(type: string): type is SettingsSubject {
  return Object.hasOwn(SETTINGS_SUBJECTS, type);
}

/** The id of the one record of a subject; two devices that both start it write the same. */
export function subjectId(subject: SettingsSubject): string {
  return `${subject}:main`;
}
