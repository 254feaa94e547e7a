import { decodeAttachments } from './attachments.ts';
import { findDocument, renderDocument } from './documents.ts';
import { listLeaves } from './revision-tree.ts';
import { PAGE_CHARS, readPage } from './row-page.ts';
import type { Sql } from './sql.ts';
import { decodeTree } from './tree-codec.ts';

/** Each takes look-ups of its own. */
const KEYS_AT_ONCE = 50;

export interface ListingRange {
  first: string | undefined;
  last: string | undefined;
  isFirstIncluded: boolean;
  isLastIncluded: boolean;
  isDescending: boolean;
  limit: number;
  skip: number;
}

export interface ListingOptions {
  includeDocs: boolean;
  hasConflicts: boolean;
  hasAttachments: boolean;
}

/** The winner of a document; body and attachments only when asked for. */
export interface WinnerRow {
  doc: number;
  id: string;
  seq: number;
  winner: string;
  deleted: number;
  tree: string;
  body: string;
  attachments: string | null;
}

export const WINNER_COLUMNS =
  'document.doc AS doc, document.id AS id, document.seq AS seq, document.winner AS winner, ' +
  'document.deleted AS deleted, document.tree AS tree, revision.body AS body, revision.attachments AS attachments';
export const WINNER_JOIN = 'document JOIN revision ON revision.doc = document.doc AND revision.rev = document.winner';
export const BARE_COLUMNS = `doc, id, seq, winner, deleted, tree, '' AS body, NULL AS attachments`;

/** Living documents in the order of their ids (bytes), page by page, each row rendered by `render`. */
export function* listRange<T>(
  sql: Sql,
  db: number,
  range: ListingRange,
  options: Pick<ListingOptions, 'includeDocs'>,
  pageRows: number,
  render: (row: WinnerRow) => T,
): Generator<T[]> {
  const source = options.includeDocs ? `${WINNER_COLUMNS} FROM ${WINNER_JOIN}` : `${BARE_COLUMNS} FROM document`;
  let left = range.limit;
  let { skip, first, last, isFirstIncluded, isLastIncluded } = range;
  while (left > 0) {
    const values: (string | number)[] = [db];
    const conditions = ['document.db = ?', 'document.deleted = 0'];
    if (first !== undefined) {
      conditions.push(`document.id ${isFirstIncluded ? '>=' : '>'} ?`);
      values.push(first);
    }
    if (last !== undefined) {
      conditions.push(`document.id ${isLastIncluded ? '<=' : '<'} ?`);
      values.push(last);
    }
    const order = range.isDescending ? 'DESC' : 'ASC';
    const { rows, isLast } = readPage<WinnerRow>(
      sql,
      Math.min(left, pageRows),
      skip,
      `SELECT ${source} WHERE ${conditions.join(' AND ')} ORDER BY document.id ${order}`,
      ...values,
    );
    yield rows.map(render);
    const end = rows.at(-1);
    if (end === undefined || isLast) return;
    left -= rows.length;
    skip = 0;
    if (range.isDescending) [last, isLastIncluded] = [end.id, false];
    else [first, isFirstIncluded] = [end.id, false];
  }
}

/** The rows of a listing by `keys`, in pages as those of a range. */
export function* listKeys(
  sql: Sql,
  db: number,
  keys: readonly unknown[],
  options: ListingOptions,
): Generator<readonly string[]> {
  let page: string[] = [];
  let chars = 0;
  for (const key of keys) {
    const row = renderRowByKey(sql, db, key, options);
    page.push(row);
    chars += row.length;
    if (chars < PAGE_CHARS && page.length < KEYS_AT_ONCE) continue;
    yield page;
    page = [];
    chars = 0;
  }
  yield page;
}

export function renderRow(sql: Sql, row: WinnerRow, options: ListingOptions): string {
  const id = JSON.stringify(row.id);
  const doc = options.includeDocs ? `,"doc":${renderWinner(sql, row, options)}` : '';
  return `{"id":${id},"key":${id},"value":{"rev":"${row.winner}"}${doc}}`;
}

/** One row of a listing by `keys`: also tells of deleted and unknown documents. */
function renderRowByKey(sql: Sql, db: number, key: unknown, options: ListingOptions): string {
  const text = JSON.stringify(key);
  const row = typeof key === 'string' ? findDocument(sql, db, key) : undefined;
  if (row === undefined) return `{"key":${text},"error":"not_found"}`;
  if (row.deleted === 1) {
    const doc = options.includeDocs ? ',"doc":null' : '';
    return `{"id":${text},"key":${text},"value":{"rev":"${row.winner}","deleted":true}${doc}}`;
  }
  if (!options.includeDocs) return renderRow(sql, { ...row, body: '', attachments: null }, options);
  const full = sql.get<WinnerRow>(`SELECT ${WINNER_COLUMNS} FROM ${WINNER_JOIN} WHERE document.doc = ?`, row.doc);
  return full === undefined ? `{"key":${text},"error":"not_found"}` : renderRow(sql, full, options);
}

export function renderWinner(
  sql: Sql,
  row: WinnerRow,
  options: Pick<ListingOptions, 'hasConflicts' | 'hasAttachments'>,
): string {
  const revision = {
    id: row.id,
    rev: row.winner,
    isDeleted: row.deleted === 1,
    bodyText: row.body,
    attachments: decodeAttachments(row.attachments),
  };
  const conflicts = options.hasConflicts ? listConflicts(row) : [];
  const extras = conflicts.length > 0 ? { _conflicts: conflicts } : {};
  return renderDocument(revision, extras, { sql, withData: () => options.hasAttachments });
}

function listConflicts(row: WinnerRow): string[] {
  const tree = decodeTree(row.tree);
  return listLeaves(tree).filter((leaf) => leaf !== row.winner && tree.get(leaf)?.isDeleted !== true);
}
