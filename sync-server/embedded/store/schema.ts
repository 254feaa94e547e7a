/** Grows with every change of the tables below; a file with a higher number is not opened. */
export const SCHEMA_VERSION = 2;

/**
 * One file for all databases. `document` holds the revision tree and the winner; `revision` the bodies of
 * leaf revisions only (older bodies are dropped at once, as after a compaction); blobs are shared by content.
 */
export const SCHEMA_SQL = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE database (
  db INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  uuid TEXT NOT NULL,
  security TEXT NOT NULL,
  revs_limit INTEGER NOT NULL DEFAULT 1000,
  update_seq INTEGER NOT NULL DEFAULT 0,
  doc_count INTEGER NOT NULL DEFAULT 0,
  doc_del_count INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE document (
  doc INTEGER PRIMARY KEY,
  db INTEGER NOT NULL REFERENCES database(db) ON DELETE CASCADE,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  winner TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  tree TEXT NOT NULL
);
CREATE UNIQUE INDEX document_id ON document (db, id);
CREATE UNIQUE INDEX document_seq ON document (db, seq);

CREATE TABLE revision (
  doc INTEGER NOT NULL REFERENCES document(doc) ON DELETE CASCADE,
  rev TEXT NOT NULL,
  body TEXT NOT NULL,
  attachments TEXT,
  PRIMARY KEY (doc, rev)
) WITHOUT ROWID;

CREATE TABLE attachment (
  doc INTEGER NOT NULL REFERENCES document(doc) ON DELETE CASCADE,
  rev TEXT NOT NULL,
  name TEXT NOT NULL,
  blob TEXT NOT NULL,
  PRIMARY KEY (doc, rev, name)
) WITHOUT ROWID;
CREATE INDEX attachment_blob ON attachment (blob);
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);

CREATE TABLE local_document (
  db INTEGER NOT NULL REFERENCES database(db) ON DELETE CASCADE,
  id TEXT NOT NULL,
  rev TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (db, id)
) WITHOUT ROWID;

CREATE TABLE database_event (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL
);
`;

/** What leads from each version to the next. 2: each database keeps the sum of what it holds. */
export const SCHEMA_STEPS: Readonly<Record<number, string>> = {
  1: `
ALTER TABLE database ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE database SET bytes =
  (SELECT coalesce(sum(octet_length(tree)), 0) FROM document WHERE document.db = database.db) +
  (SELECT coalesce(sum(octet_length(body)), 0)
     FROM revision JOIN document ON document.doc = revision.doc WHERE document.db = database.db) +
  (SELECT coalesce(sum(octet_length(data)), 0)
     FROM attachment JOIN document ON document.doc = attachment.doc JOIN blob ON blob.sha256 = attachment.blob
     WHERE document.db = database.db);
`,
};
