import { bodyTooLarge, tooManyDocuments } from '../couch-error.ts';
import type { EmbeddedLimits } from '../limits.ts';
import { decodeAttachments } from '../store/attachments.ts';
import type { DocumentRow } from '../store/documents.ts';
import type { Sql } from '../store/sql.ts';

/** Braces, names and revision of one document in an answer. */
const FRAME_BYTES = 200;

/** Adds up what an answer will hold, before any of it is made: a name may be listed ten thousand times. */
export class AnswerSize {
  readonly #sql: Sql;
  readonly #limits: EmbeddedLimits;
  #bytes = 0;
  #revisions = 0;

  constructor(sql: Sql, limits: EmbeddedLimits) {
    this.#sql = sql;
    this.#limits = limits;
  }

  /** Throws 413 once the answer would be too large. Ancestries are as long as the tree at most. */
  addRevision(row: DocumentRow, rev: string, has: { readonly ancestry: boolean; readonly contents: boolean }): void {
    this.addNames(1);
    const found = this.#sql.get<{ bytes: number; attachments: string | null }>(
      'SELECT octet_length(body) AS bytes, attachments FROM revision WHERE doc = ? AND rev = ?',
      row.doc,
      rev,
    );
    this.#bytes += FRAME_BYTES + (found?.bytes ?? 0) + (has.ancestry ? row.tree.length : 0);
    for (const { length } of decodeAttachments(found?.attachments ?? null)) {
      this.#bytes += FRAME_BYTES + (has.contents ? Math.ceil((length * 4) / 3) : 0);
    }
    if (this.#bytes > this.#limits.maxAnswerBytes) throw bodyTooLarge();
  }

  /** Counts revisions that are only named. Throws 413 above the limit. */
  addNames(count: number): void {
    this.#revisions += count;
    const { maxBatchRevisions } = this.#limits;
    if (this.#revisions > maxBatchRevisions) throw tooManyDocuments('max_revisions_count', maxBatchRevisions);
  }
}
