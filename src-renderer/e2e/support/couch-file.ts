import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The embedded database's file, opened beside the running server. */
export function openCouchFile(dataDir: string): DatabaseSync {
  return new DatabaseSync(join(dataDir, 'couch', 'couch.sqlite'));
}

/** Stored revisions of the books: what `condition` selects on `document.id` and `revision.body`. */
export const BOOK_REVISIONS = `SELECT document.id AS id, revision.doc AS doc, revision.rev AS rev, revision.body AS body
  FROM revision JOIN document ON document.doc = revision.doc JOIN database ON database.db = document.db
  WHERE database.name LIKE 'book-%'`;
