import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { Difference } from '../../shared/record-rules/difference.ts';

/** What a batch of the changes of one book brings. */
export interface Arrival {
  readonly book: CouchDatabase;
  /** Whether `winners` are all that the book holds. */
  readonly isWhole: boolean;
  /** Ids of all that changed, whether it is in `network` already or not. */
  readonly changedIds: readonly string[];
  /** The winning revisions that are not in `network` yet, and those of records with a fault. */
  readonly winners: readonly StoredDocument[];
  /** What `network` holds of the same records before the batch is copied, by id. */
  readonly copies: ReadonlyMap<string, StoredDocument>;
  /** What is wrong with a record as a document of this book, by its id: see {@link Fault}. */
  readonly faults: ReadonlyMap<string, Fault>;
}

/**
 * Why a record cannot be copied as it is, or must be looked at. Paths: `taken` (another activity's record has the id; this
 * one is not copied), `activityId` (it names another activity; not copied), `refused` (`network` does not take it), `roots`
 * (it has several first revisions: one was put beside the other, `found` says how many).
 */
export type Fault = Difference;
