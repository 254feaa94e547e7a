import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { CountryProfile } from '../../../../shared/records/country-profile.ts';
import { checkCountryProfiles } from '../../../../shared/cooperative/check-country-profiles.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { codeOf } from './code-of.ts';

type CountryLine = CountryProfile['lines'][number];

/** What stands in the fields of one line between budget and pay. */
export interface CountryLineDraft {
  readonly old: CountryLine | undefined;
  readonly label: string;
  readonly base: CountryLine['base'];
  readonly ratePpm: number | undefined;
  readonly amountMinor: number | undefined;
  readonly source: string;
}

/** What stands in the fields of a country's profile. */
export interface CountryDraft {
  readonly version: string;
  readonly country: string;
  readonly currency: string;
  readonly from: string;
  readonly source: string;
  readonly lines: readonly CountryLineDraft[];
}

export const EMPTY_COUNTRY_LINE: CountryLineDraft = {
  old: undefined,
  label: '',
  base: 'budget',
  ratePpm: undefined,
  amountMinor: undefined,
  source: '',
};

export function startCountry(profile: CountryProfile | undefined, from: string): CountryDraft {
  if (profile === undefined) return { version: '', country: 'MG', currency: 'MGA', from, source: '', lines: [] };
  const { version, country, currency, source } = profile;
  const lines = profile.lines.map((line) => ({ old: line, ...line }));
  return { version, country, currency, from: profile.from, source, lines };
}

/**
 * The profile a draft describes; a line keeps its code, a new one gets it from its label.
 * Errors: `rules.invalid` (`name`, `field`), those of `checkCountryProfiles`.
 */
export function readCountry(draft: CountryDraft, old: CountryProfile | undefined): Result<CountryProfile> {
  const version = draft.version.trim();
  const currency = draft.currency.trim().toUpperCase();
  if (version === '') return invalidRule('', 'version');
  if (!isPlainDate(draft.from)) return invalidRule(version, 'from');
  if (!/^[A-Z]{3}$/.test(currency)) return invalidRule(version, 'currency');
  const taken = draft.lines.flatMap((line) => (line.old === undefined ? [] : [line.old.code]));
  const lines: CountryLine[] = [];
  for (const line of draft.lines) {
    const label = line.label.trim();
    if (label === '') return invalidRule(version, 'label');
    const isFixed = line.base === 'fixed';
    const value = isFixed ? line.amountMinor : line.ratePpm;
    if (value === undefined) return invalidRule(label, 'value');
    const code = line.old?.code ?? codeOf(label, taken);
    taken.push(code);
    lines.push({
      ...line.old,
      code,
      label,
      base: line.base,
      ratePpm: isFixed ? 0 : value,
      amountMinor: isFixed ? value : 0,
      source: line.source.trim(),
    });
  }
  const profile = {
    ...old,
    version,
    country: draft.country,
    currency,
    from: draft.from,
    lines,
    source: draft.source.trim(),
  };
  const checked = checkCountryProfiles([profile]);
  return checked.ok ? ok(profile) : checked;
}
