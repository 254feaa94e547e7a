import { checkContributionRules } from '../contribution/check-contribution-rules.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { checkBenefits } from './check-benefits.ts';
import { checkCountryProfiles } from './check-country-profiles.ts';
import { checkExtraPayLines } from './check-extra-pay-lines.ts';
import { checkGeneralMeetings } from './check-general-meetings.ts';
import { checkDistinctDates } from './same-date.ts';

/** The part of the cooperative's settings that is rules. */
export type CooperativeRules = Pick<
  CooperativeSettings,
  'contributionRules' | 'extraPayLines' | 'benefits' | 'countryProfiles' | 'employerFacts' | 'generalMeetings'
>;

/** Whether everything can be computed with the cooperative's rules. Errors: those of the check of each part. */
export function checkCooperativeRules(rules: CooperativeRules): Result<CooperativeRules> {
  const checks = [
    checkContributionRules(rules.contributionRules),
    checkExtraPayLines(rules.extraPayLines ?? []),
    checkBenefits(rules.benefits ?? []),
    checkDistinctDates(rules.employerFacts),
    checkCountryProfiles(rules.countryProfiles ?? []),
    checkGeneralMeetings(rules.generalMeetings ?? []),
  ];
  for (const check of checks) if (!check.ok) return check;
  return ok(rules);
}
