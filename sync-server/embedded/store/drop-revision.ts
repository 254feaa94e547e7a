import { decodeAttachments, dropAttachments } from './attachments.ts';
import type { Sql } from './sql.ts';

/** Drops the body of a revision and its hold on attachments; returns the bytes it took. */
export function dropRevision(sql: Sql, doc: number, rev: string): number {
  dropAttachments(sql, doc, rev);
  const dropped = sql.get<{ bytes: number; attachments: string | null }>(
    'DELETE FROM revision WHERE doc = ? AND rev = ? RETURNING octet_length(body) AS bytes, attachments',
    doc,
    rev,
  );
  if (dropped === undefined) return 0;
  return decodeAttachments(dropped.attachments).reduce((sum, { length }) => sum + length, dropped.bytes);
}
