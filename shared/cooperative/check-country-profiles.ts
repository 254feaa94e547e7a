import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { CountryProfile } from '../records/country-profile.ts';
import { checkDistinctDates } from './same-date.ts';
import { invalidRule } from './invalid-rule.ts';

/** The whole budget, in ppm: shares of it never add up to more. */
const WHOLE_PPM = 1_000_000;

/**
 * Whether pays abroad can be computed with these profiles: a source for the profile and each line, codes once, shares of
 * the budget at most the whole, names once and one profile a country and day. Errors: `rules.invalid` (`name`, `field`),
 * `rules.sourceMissing`, `rules.sameName`, `rules.sameDate` (`date`).
 */
export function checkCountryProfiles(profiles: readonly CountryProfile[]): Result<readonly CountryProfile[]> {
  const names = new Set<string>();
  for (const profile of profiles) {
    const checked = checkProfile(profile);
    if (!checked.ok) return checked;
    if (names.has(profile.version)) return invalidRule(profile.version, 'version', 'rules.sameName');
    names.add(profile.version);
    const dates = checkDistinctDates(profiles.filter(({ country }) => country === profile.country));
    if (!dates.ok) return dates;
  }
  return ok(profiles);
}

function checkProfile(profile: CountryProfile): Result<CountryProfile> {
  const { version, source, lines } = profile;
  if (version.trim() === '') return invalidRule(version, 'version');
  if (source.trim() === '') return invalidRule(version, 'source', 'rules.sourceMissing');
  if (new Set(lines.map(({ code }) => code)).size < lines.length)
    return invalidRule(version, 'lines', 'rules.sameName');
  let sharesPpm = 0;
  for (const line of lines) {
    if (line.label.trim() === '') return invalidRule(version, 'label');
    if (line.source.trim() === '') return invalidRule(line.label, 'source', 'rules.sourceMissing');
    if (line.base === 'fixed' ? line.amountMinor === 0 : line.ratePpm === 0) return invalidRule(line.label, 'value');
    if (line.base === 'budget') sharesPpm += line.ratePpm;
  }
  return sharesPpm > WHOLE_PPM ? invalidRule(version, 'shares') : ok(profile);
}
