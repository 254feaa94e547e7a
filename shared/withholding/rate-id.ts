import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';

/**
 * The id of a person's rate of one day: two coordinators without a network write the same record, and in the copies of
 * everybody's no two persons meet.
 */
export function withholdingRateId(account: string, date: string, hash: Hasher): string {
  return `withholdingRate:${hash(encodeUtf8(account)).slice(0, 16)}-${date.replaceAll('-', '')}`;
}
