import { parseSiren } from './siren.ts';

/** The French VAT number of a SIREN: `FR`, the key (12 + 3 × (SIREN mod 97)) mod 97 on two digits, the SIREN. */
export function frenchVatNumber(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
}

/**
 * Reads a VAT number typed by a person: upper case, no spaces. A French one must hold a right SIREN and, when its key is
 * numeric, the right key; any other needs its country letters and 2 to 13 characters. `undefined` when it does not fit.
 */
export function parseVatNumber(text: string): string | undefined {
  const compact = text.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(compact)) return undefined;
  if (!compact.startsWith('FR')) return compact;
  const match = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(compact);
  const siren = match?.[2];
  if (siren === undefined || parseSiren(siren) === undefined) return undefined;
  const isNumericKey = /^\d\d$/.test(match?.[1] ?? '');
  return isNumericKey && compact !== frenchVatNumber(siren) ? undefined : compact;
}
