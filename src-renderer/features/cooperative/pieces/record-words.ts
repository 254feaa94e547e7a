import { readText } from '../../device/pieces/read-body.ts';
import type { TypeWords, WordsPart } from '../../device/pieces/type-words.ts';
import { NAMED, titled } from '../../device/pieces/type-words.ts';

/** A subject of the settings: the name of its type says it all, and its screen is that of the rules. */
const SUBJECT: TypeWords = { describe: () => titled(''), address: () => '/rules', proof: [] };

export const cooperativeWords = {
  activitySettings: NAMED,
  closing: SUBJECT,
  contributionRules: SUBJECT,
  cooperativeBenefits: SUBJECT,
  cooperativeIdentity: { ...SUBJECT, describe: ({ body }) => titled(readText(body, 'tradeName')) },
  cooperativeSettings: { ...SUBJECT, describe: ({ body }) => titled(readText(body, 'tradeName')) },
  countryProfiles: SUBJECT,
  employerFacts: SUBJECT,
  extraPayLines: SUBJECT,
  generalMeetings: SUBJECT,
  netPay: SUBJECT,
  payrollVersion: NAMED,
} satisfies WordsPart;
