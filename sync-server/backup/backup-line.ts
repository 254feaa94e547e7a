import type { StoredDocument } from '../couch/couch-database.ts';
import { RESTORE_DATABASE } from './restore-note.ts';

/** What stands before the documents of a database. */
export interface DatabaseHead {
  readonly name: string;
  readonly security: unknown;
  readonly revsLimit: number;
  /** Number of shards in a real CouchDB. */
  readonly shards?: number;
}

/** One line of a backup file: the head first, then documents in any order, then local documents. */
export type BackupLine =
  | { readonly database: DatabaseHead }
  /** One leaf revision with its ancestry in `_revisions` and its attachments in full. */
  | { readonly document: StoredDocument }
  | { readonly local: StoredDocument };

/** Design document that every CouchDB makes by itself in `_users`. */
export const USERS_DESIGN = '_design/_auth';

/** Databases CouchDB fills by itself, and the note on a restore under way. */
const LEFT_OUT = ['_global_changes', '_replicator', RESTORE_DATABASE];

/** Names of the databases that belong into a backup. */
export function isBackedUp(name: string): boolean {
  return !LEFT_OUT.includes(name);
}
