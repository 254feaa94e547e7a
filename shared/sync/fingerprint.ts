import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { monthOf } from '../time/month.ts';

/** What a fingerprint looks at of a record. */
export interface FingerprintedRecord {
  readonly id: string;
  readonly date: string;
  /** Newest first. */
  readonly edits: readonly string[];
}

/** The records of one month in one line: how many, and a hash that tells any two sets of versions apart. */
export interface MonthFingerprint {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly count: number;
  /** XOR of the first 8 bytes of SHA-256(id + newest edit) of every record, as 16 hex digits: the order does not matter. */
  readonly hash: string;
}

const DIGITS = 16;

/** Fingerprints of all months that hold records, oldest first. The same records give the same lines on every side. */
export function fingerprintMonths(records: Iterable<FingerprintedRecord>, hash: Hasher): readonly MonthFingerprint[] {
  const sums = new Map<string, { count: number; bits: bigint }>();
  for (const { id, date, edits } of records) {
    const month = monthOf(date);
    const sum = sums.get(month) ?? { count: 0, bits: 0n };
    sum.count += 1;
    sum.bits ^= BigInt(`0x${hash(encodeUtf8(`${id} ${edits[0] ?? ''}`)).slice(0, DIGITS)}`);
    sums.set(month, sum);
  }
  return [...sums]
    .map(([month, { count, bits }]) => ({ month, count, hash: bits.toString(16).padStart(DIGITS, '0') }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** Months in which two sides differ, oldest first. */
export function differingMonths(mine: readonly MonthFingerprint[], theirs: readonly MonthFingerprint[]): string[] {
  const lines = (months: readonly MonthFingerprint[]): Map<string, string> =>
    new Map(months.map(({ month, count, hash }) => [month, `${String(count)} ${hash}`]));
  const [here, there] = [lines(mine), lines(theirs)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((month) => here.get(month) !== there.get(month))
    .toSorted((a, b) => (a < b ? -1 : 1));
}
