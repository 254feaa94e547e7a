/**
 * Reads a SIREN typed by a person: spaces and dots fall away, and a SIRET (14 digits) gives its first nine.
 * `undefined` when it is not nine digits with a right check digit (Luhn, annex of décret 73-314).
 */
export function parseSiren(text: string): string | undefined {
  const digits = text.replace(/[\s.\u00a0\u202f-]/g, '');
  if (!/^(\d{9}|\d{14})$/.test(digits)) return undefined;
  const siren = digits.slice(0, 9);
  return isLuhnNumber(siren) ? siren : undefined;
}

/** A SIREN in groups of three, as it is printed. */
export function formatSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}

/** Whether the digits, every second one from the right doubled, add up to a multiple of ten. */
function isLuhnNumber(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
