import { createHash } from 'node:crypto';
import { missingStub } from '../couch-error.ts';
import type { IncomingAttachment } from './incoming-attachment.ts';
import type { Sql } from './sql.ts';

/** What a stored revision knows of an attachment; `blob` is the internal key of the content. */
export interface StoredAttachment {
  name: string;
  contentType: string;
  revpos: number;
  digest: string;
  length: number;
  blob: string;
}

/** An attachment of the revision about to be written; `data` only when the content is new. */
export type ResolvedAttachment = StoredAttachment & { data: Buffer | undefined };

export function resolveAttachments(
  incoming: readonly IncomingAttachment[],
  previous: readonly StoredAttachment[],
  generation: number,
): ResolvedAttachment[] {
  return incoming.map((attachment) => {
    const { name, contentType, data } = attachment;
    if (data !== undefined) {
      return {
        name,
        contentType,
        revpos: attachment.revpos !== undefined && attachment.revpos <= generation ? attachment.revpos : generation,
        digest: `md5-${createHash('md5').update(data).digest('base64')}`,
        length: data.length,
        blob: createHash('sha256').update(data).digest('hex'),
        data,
      };
    }
    const known = previous.find((candidate) => candidate.name === name);
    const isSame = known !== undefined && (attachment.digest === undefined || attachment.digest === known.digest);
    if (!isSame) throw missingStub(name);
    return { ...known, data: undefined };
  });
}

export function encodeAttachments(attachments: readonly ResolvedAttachment[]): string | null {
  if (attachments.length === 0) return null;
  return JSON.stringify(attachments.map(({ data: _data, ...stored }) => stored));
}

export function decodeAttachments(text: string | null): StoredAttachment[] {
  // Written by encodeAttachments only.
  return text === null ? [] : (JSON.parse(text) as StoredAttachment[]);
}

export function saveAttachments(sql: Sql, doc: number, rev: string, attachments: readonly ResolvedAttachment[]): void {
  for (const { name, blob, data } of attachments) {
    if (data !== undefined) sql.run('INSERT OR IGNORE INTO blob (sha256, data) VALUES (?, ?)', blob, data);
    sql.run('INSERT OR REPLACE INTO attachment (doc, rev, name, blob) VALUES (?, ?, ?, ?)', doc, rev, name, blob);
  }
}

/** Drops a revision's hold on its attachments, and the content nobody else holds. */
export function dropAttachments(sql: Sql, doc: number, rev: string): void {
  const rows = sql.all<{ blob: string }>('SELECT DISTINCT blob FROM attachment WHERE doc = ? AND rev = ?', doc, rev);
  if (rows.length === 0) return;
  sql.run('DELETE FROM attachment WHERE doc = ? AND rev = ?', doc, rev);
  for (const { blob } of rows) {
    sql.run(
      'DELETE FROM blob WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.blob = ?)',
      blob,
      blob,
    );
  }
}

export function readBlob(sql: Sql, blob: string): Buffer {
  const row = sql.get<{ data: Uint8Array }>('SELECT data FROM blob WHERE sha256 = ?', blob);
  if (row === undefined) throw new Error('attachment content is missing');
  return Buffer.from(row.data.buffer, row.data.byteOffset, row.data.byteLength);
}
