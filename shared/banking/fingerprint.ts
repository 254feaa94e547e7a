import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { normaliseLabel } from './bank-label.ts';

const PREFIX = 'fp-';

/** What a fingerprint is made of; the amount in minor units of the statement's currency. */
export interface FingerprintedLine {
  readonly date: string;
  readonly amountCents: number;
  readonly rawLabel: string;
}

/**
 * Gives ids to the lines of ONE account that have none from the bank. Stateful on purpose: it counts lines equal in date,
 * amount and label, so that two equal coffees of one day get two ids, and the same two again in the next file.
 */
export function createFingerprinter(hash: Hasher): (line: FingerprintedLine) => string {
  const seen = new Map<string, number>();
  return (line) => {
    const key = `${line.date}|${String(line.amountCents)}|${normaliseLabel(line.rawLabel)}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return PREFIX + hash(encodeUtf8(`${key}|${String(occurrence)}`)).slice(0, 32);
  };
}

/** Whether a transaction id was made by Sillon rather than by the bank. */
export function isFingerprint(transactionId: string): boolean {
  return /^fp-[0-9a-f]{32}$/.test(transactionId);
}
