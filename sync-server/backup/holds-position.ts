import type { StoredDocument } from '../couch/couch-database.ts';

/** Members in which replication (PouchDB, CouchDB) and the consolidation keep their place in a feed. */
const POSITIONS = ['last_seq', 'source_last_seq', 'history', 'since'];

/**
 * Whether a local document keeps a position in a change feed. Servers of one kind answer an unknown position from the
 * beginning, which is slow and right; another kind cannot read it at all.
 */
export function holdsPosition(local: StoredDocument): boolean {
  return POSITIONS.some((member) => member in local);
}
