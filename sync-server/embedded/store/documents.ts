import { decodeAttachments, readBlob, type StoredAttachment } from './attachments.ts';
import { generationOf, hashOf } from './revision-tree.ts';
import type { Sql } from './sql.ts';

export interface DocumentRow {
  doc: number;
  id: string;
  seq: number;
  winner: string;
  deleted: number;
  tree: string;
}

/** A revision whose body is still kept. */
export interface StoredRevision {
  id: string;
  rev: string;
  isDeleted: boolean;
  bodyText: string;
  attachments: StoredAttachment[];
}

export function findDocument(sql: Sql, db: number, id: string): DocumentRow | undefined {
  return sql.get<DocumentRow>(
    'SELECT doc, id, seq, winner, deleted, tree FROM document WHERE db = ? AND id = ?',
    db,
    id,
  );
}

export function findRevision(sql: Sql, row: DocumentRow, rev: string, isDeleted: boolean): StoredRevision | undefined {
  const found = sql.get<{ body: string; attachments: string | null }>(
    'SELECT body, attachments FROM revision WHERE doc = ? AND rev = ?',
    row.doc,
    rev,
  );
  if (found === undefined) return undefined;
  return { id: row.id, rev, isDeleted, bodyText: found.body, attachments: decodeAttachments(found.attachments) };
}

export interface AttachmentRendering {
  /** Which attachments carry their content; the others are stubs. */
  withData: (attachment: StoredAttachment) => boolean;
  sql: Sql;
}

/**
 * The document as JSON text. The stored body is spliced in as it is: parsing and printing it again would
 * cost most of the time of a long read.
 */
export function renderDocument(
  revision: StoredRevision,
  extras: Readonly<Record<string, unknown>> = {},
  attachments?: AttachmentRendering,
): string {
  const head = [`"_id":${JSON.stringify(revision.id)}`, `"_rev":${JSON.stringify(revision.rev)}`];
  if (revision.isDeleted) head.push('"_deleted":true');
  if (revision.bodyText !== '{}') head.push(revision.bodyText.slice(1, -1));
  if (revision.attachments.length > 0) {
    head.push(`"_attachments":${JSON.stringify(showAttachments(revision.attachments, attachments))}`);
  }
  for (const [name, value] of Object.entries(extras)) head.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${head.join(',')}}`;
}

function showAttachments(
  attachments: readonly StoredAttachment[],
  rendering: AttachmentRendering | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    attachments.map((attachment): [string, unknown] => {
      const { name, contentType, revpos, digest, length } = attachment;
      const shown = { content_type: contentType, revpos, digest };
      if (rendering?.withData(attachment) === true) {
        return [name, { ...shown, data: readBlob(rendering.sql, attachment.blob).toString('base64') }];
      }
      return [name, { ...shown, length, stub: true }];
    }),
  );
}

/** `_revisions` of CouchDB from a list of revisions, newest first. */
export function toRevisions(path: readonly string[]): { start: number; ids: string[] } {
  return { start: path[0] === undefined ? 0 : generationOf(path[0]), ids: path.map(hashOf) };
}
