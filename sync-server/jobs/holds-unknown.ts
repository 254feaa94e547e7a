import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { RECORD_TYPES } from '../../shared/records/registry.ts';
import { isUnderstood } from '../../shared/records/understood.ts';
import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import { readStoredRecord } from './verdict-store.ts';

/** After every id that begins as what stands before it. */
const LAST = '\ufff0';

/** What lies before, between and after the ids of known types and of design documents, in the order of ids. */
const GAPS = ['_design/', ...Object.keys(RECORD_TYPES).map((type) => `${type}:`)]
  .sort()
  .reduce<readonly { readonly from: string; readonly to: string }[]>(
    (gaps, prefix) => [
      ...gaps.slice(0, -1),
      { from: gaps.at(-1)?.from ?? '', to: prefix },
      { from: prefix + LAST, to: LAST },
    ],
    [],
  );

/**
 * Whether a database holds a record of a type that only a later version knows: it was put there by one, or restored. An id
 * names its type; only the ids that no known type has are asked for, one of each place.
 */
export async function holdsUnknownType(database: CouchDatabase): Promise<boolean> {
  const found = await Promise.all(GAPS.map(({ from, to }) => database.hasBetween(from, to)));
  return found.includes(true);
}

/** Whether the cooperative has settings of a type or a schema version that only a later version knows. */
export async function holdsLaterSettings(couch: Couch): Promise<boolean> {
  const commons = couch.database(COMMONS_DATABASE);
  const types = Object.entries(RECORD_TYPES).filter(([, { database }]) => database === 'commons');
  const documents = await Promise.all(types.map(([type]) => commons.list(`${type}:`)));
  return !documents.flat().map(readStoredRecord).every(isUnderstood) || (await holdsUnknownType(commons));
}
