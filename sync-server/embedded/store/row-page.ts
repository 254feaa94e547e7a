import type { SQLInputValue } from 'node:sqlite';
import type { Sql } from './sql.ts';

/** What is read and put into words in one go, in characters of bodies; then whoever else waits is next. */
export const PAGE_CHARS = 256 * 1024;

/** The next rows of a listing; `isLast` when there are no more. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly isLast: boolean;
}

/** At most `count` rows after the first `skip`, and none after their bodies reach `PAGE_CHARS`: a page of large documents has few of them. */
export function readPage<Row extends { readonly body: string }>(
  sql: Sql,
  count: number,
  skip: number,
  text: string,
  ...values: SQLInputValue[]
): RowPage<Row> {
  const rows: Row[] = [];
  let chars = 0;
  for (const row of sql.each<Row>(`${text} LIMIT ? OFFSET ?`, ...values, count, skip)) {
    rows.push(row);
    chars += row.body.length;
    if (chars >= PAGE_CHARS) return { rows, isLast: false };
  }
  return { rows, isLast: rows.length < count };
}
