import type { Language } from '../../shared/money/format.ts';

/** Countries offered for addresses: France, its overseas code, the European Union, then others members work with. */
const CODES =
  'FR AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH GB MC MG MA TN DZ SN CI MU RE CA US';

/** Name of a country in the language of the screen. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** Options of a country list, France first, then by name. */
export function countryOptions(language: Language): { readonly value: string; readonly label: string }[] {
  const [first = 'FR', ...others] = CODES.split(' ');
  const label = (value: string) => ({ value, label: countryName(value, language) });
  return [label(first), ...others.map(label).sort((a, b) => a.label.localeCompare(b.label, language))];
}
