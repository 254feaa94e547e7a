import type { Language } from '../../shared/money/format.ts';
import { formatMinor } from '../../shared/money/format.ts';

/** A size for people, three digits at most before the unit: `412 Ko`, `3,4 Mo`. `units` by powers of 1000, smallest first. */
export function formatBytes(bytes: number, units: readonly string[], language: Language): string {
  let value = bytes;
  let power = 0;
  while (value >= 1000 && power < units.length - 1) {
    value /= 1000;
    power += 1;
  }
  // Rounding may reach the next unit: 999.7 kB is 1 MB.
  if (Math.round(value) >= 1000 && power < units.length - 1) {
    value /= 1000;
    power += 1;
  }
  const isFine = power > 0 && Math.round(value * 10) < 100;
  const number = isFine
    ? formatMinor(Math.round(value * 10), 1, language)
    : formatMinor(Math.round(value), 0, language);
  return `${number}\u00a0${units[power] ?? ''}`;
}
