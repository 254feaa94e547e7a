/** Most particular first: the names of the others stand in their user agents too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Electron\//, 'Sillon'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|CrOS/, 'Linux'],
];

/** What a person knows one of their devices by: `Firefox, Windows (30/11/2026 14:05)`. The moment it was set up, local time. */
export function nameDevice(userAgent: string, now: Date): string {
  const find = (names: typeof BROWSERS): string | undefined => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${two(now.getDate())}/${two(now.getMonth() + 1)}/${String(now.getFullYear())}`;
  const moment = `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
  return known.length === 0 ? moment : `${known.join(', ')} (${moment})`;
}
