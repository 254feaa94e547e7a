import type { ListingOptions, WinnerRow } from './document-listing.ts';
import { BARE_COLUMNS, renderWinner, WINNER_COLUMNS, WINNER_JOIN } from './document-listing.ts';
import { listLeaves } from './revision-tree.ts';
import type { RowPage } from './row-page.ts';
import { readPage } from './row-page.ts';
import type { Sql } from './sql.ts';
import { decodeTree } from './tree-codec.ts';

export interface ChangesRange {
  since: number;
  upTo: number;
  isDescending: boolean;
  /** Without, rows have an empty body: a feed that only names what changed reads no documents. */
  hasBodies: boolean;
}

/** The next rows after `since` in the order of their sequence, at most `count`. */
export function listChanges(sql: Sql, db: number, range: ChangesRange, count: number): RowPage<WinnerRow> {
  const order = range.isDescending ? 'DESC' : 'ASC';
  return readPage<WinnerRow>(
    sql,
    count,
    0,
    `SELECT ${range.hasBodies ? `${WINNER_COLUMNS} FROM ${WINNER_JOIN}` : `${BARE_COLUMNS} FROM document`}
     WHERE document.db = ? AND document.seq > ? AND document.seq <= ? ORDER BY document.seq ${order}`,
    db,
    range.since,
    range.upTo,
  );
}

export function countChanges(sql: Sql, db: number, since: number): number {
  const row = sql.get<{ count: number }>('SELECT count(*) AS count FROM document WHERE db = ? AND seq > ?', db, since);
  return row?.count ?? 0;
}

export interface ChangeRendering extends ListingOptions {
  sql: Sql;
  /** `style=all_docs`: every leaf revision instead of the winner alone. */
  hasAllLeaves: boolean;
}

export function renderChange(row: WinnerRow, seq: string | null, options: ChangeRendering): string {
  const revs = options.hasAllLeaves ? listLeaves(decodeTree(row.tree)) : [row.winner];
  const changes = revs.map((rev) => `{"rev":${JSON.stringify(rev)}}`).join(',');
  const deleted = row.deleted === 1 ? ',"deleted":true' : '';
  const doc = options.includeDocs ? `,"doc":${renderWinner(options.sql, row, options)}` : '';
  return `{"seq":${JSON.stringify(seq)},"id":${JSON.stringify(row.id)},"changes":[${changes}]${deleted}${doc}}`;
}
