import type { FingerprintedRecord, MonthFingerprint } from '../../shared/sync/fingerprint.ts';
import { fingerprintMonths } from '../../shared/sync/fingerprint.ts';
import { monthOf } from '../../shared/time/month.ts';
import type { Couch } from '../couch/connect.ts';
import type { StoredDocument } from '../couch/couch-database.ts';
import { hash } from '../hash.ts';

/** A record of a month, as a device compares it with its own. */
export interface ListedRecord {
  readonly id: string;
  readonly edit: string;
}

/** What a device checks its copy of a database against. */
export interface FingerprintReader {
  readonly months: (database: string) => Promise<readonly MonthFingerprint[]>;
  readonly month: (database: string, month: string) => Promise<readonly ListedRecord[]>;
}

interface Held {
  readonly position: string;
  readonly records: readonly FingerprintedRecord[];
}

/** How many databases' lists are kept; a list is read again only after a change. */
const HELD = 20;

/** Reads a database's records for comparison; between two changes of the database they are read once. */
export function openFingerprints(couch: Couch): FingerprintReader {
  const held = new Map<string, Held>();
  const read = async (database: string): Promise<readonly FingerprintedRecord[]> => {
    const position = (await couch.database(database).info())?.update_seq ?? '';
    const known = held.get(database);
    if (known?.position === position) return known.records;
    const records = (await couch.database(database).list('')).flatMap(toRecord);
    held.delete(database);
    held.set(database, { position, records });
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    return records;
  };
  return {
    months: async (database) => fingerprintMonths(await read(database), hash),
    month: async (database, month) =>
      (await read(database))
        .filter(({ date }) => monthOf(date) === month)
        .map(({ id, edits }) => ({ id, edit: edits[0] ?? '' })),
  };
}

/** Records alone: neither design documents nor what has no ancestry. */
function toRecord({ _id, date, edits }: StoredDocument & { date?: unknown; edits?: unknown }): FingerprintedRecord[] {
  if (_id.startsWith('_') || typeof date !== 'string' || !Array.isArray(edits)) return [];
  const newest: unknown = edits[0];
  return [{ id: _id, date, edits: typeof newest === 'string' ? [newest] : [] }];
}
