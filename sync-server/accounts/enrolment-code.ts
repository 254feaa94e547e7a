import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code `XXXX-XXXX-XXXX` of 60 random bits. */
export function newEnrolmentCode(): string {
  const letters = [...randomBytes(12)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The code as it was given out, from what a person typed: case, spaces and look-alike letters do not matter. */
export function normaliseCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return undefined;
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
