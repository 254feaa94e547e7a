import type { FingerprintedRecord, MonthFingerprint } from '../../shared/sync/fingerprint.ts';
import { fingerprintMonths } from '../../shared/sync/fingerprint.ts';
import { monthOf } from '../../shared/time/month.ts';
import { openKeyedLane } from '../lanes/keyed-lane.ts';
import type { Couch } from '../couch/connect.ts';
import type { StoredDocument } from '../couch/couch-database.ts';
import { hash } from '../data-folder/hash.ts';

/** A record of a month, as a device compares it with its own. */
export interface ListedRecord {
  readonly id: string;
  readonly edit: string;
}

/** Hears how many bytes of records had to be read for an answer, before they are. */
type NoteBytes = (count: number) => void;

/** What a device checks its copy of a database against; `undefined` when too many wait for the same database. */
export interface FingerprintReader {
  readonly months: (database: string, noteBytes: NoteBytes) => Promise<readonly MonthFingerprint[] | undefined>;
  readonly month: (
    database: string,
    month: string,
    noteBytes: NoteBytes,
  ) => Promise<readonly ListedRecord[] | undefined>;
}

interface Held {
  readonly position: string;
  readonly records: readonly FingerprintedRecord[];
  readonly months: readonly MonthFingerprint[];
}

/** How many databases' lists are kept; a list is read again only after a change. */
const HELD = 20;
/** All devices of a cooperative may ask for its settings in the same minute. */
const MOST_WAITING = 100;

/**
 * Reads a database's records for comparison; between two changes of the database they are read once, however many ask at
 * once, and of each no more is kept than what is compared.
 */
export function openFingerprints(couch: Couch): FingerprintReader {
  const held = new Map<string, Held>();
  const lane = openKeyedLane(1, MOST_WAITING);
  const readNow = async (name: string, noteBytes: NoteBytes): Promise<Held> => {
    const database = couch.database(name);
    const info = await database.info();
    const position = info?.update_seq ?? '';
    const known = held.get(name);
    if (known?.position === position) return known;
    noteBytes(info?.sizes?.active ?? 0);
    const records: FingerprintedRecord[] = [];
    for await (const page of database.pages('')) records.push(...page.flatMap(toRecord));
    const found: Held = { position, records, months: fingerprintMonths(records, hash) };
    held.delete(name);
    held.set(name, found);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    return found;
  };
  const read = (name: string, noteBytes: NoteBytes): Promise<Held | undefined> =>
    lane.run(name, () => readNow(name, noteBytes));
  return {
    months: async (database, noteBytes) => (await read(database, noteBytes))?.months,
    month: async (database, month, noteBytes) =>
      (await read(database, noteBytes))?.records
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
