import type { Base } from './three-way.ts';
import { isSame, takeSide } from './three-way.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of both sides as one list. */
export interface MergedRows {
  readonly rows: readonly Row[];
  /** Whether both changed one cell: the server's stands in `rows`. */
  readonly isClash: boolean;
}

/**
 * Merges two lists of rows that a member (`key`) names, such as the deals of a week: row by row, and inside a row member by
 * member and cell by cell, so that Monday typed here and Tuesday typed there both stay. A row that one side removed and the
 * other changed stays. The server's order comes first. `undefined` when one of them is no list of rows with names of their
 * own: then the lists can only be compared whole.
 */
export function mergeRows(mine: unknown, server: unknown, base: Base<unknown>, key: string): MergedRows | undefined {
  const [here, there] = [nameRows(mine, key), nameRows(server, key)];
  const before = base === undefined ? new Map<unknown, Row>() : nameRows(base.value ?? [], key);
  if (here === undefined || there === undefined || before === undefined) return undefined;
  let isClash = false;
  const rows: Row[] = [];
  for (const name of new Set([...there.keys(), ...here.keys()])) {
    const [row, other, original] = [here.get(name), there.get(name), before.get(name)];
    if (row !== undefined && other !== undefined) {
      const merged = mergeRow(row, other, original);
      isClash ||= merged.isClash;
      rows.push(merged.row);
    } else {
      const present = row ?? other;
      // Removed on the other side and untouched on this one.
      if (present !== undefined && !(original !== undefined && isSame(present, original))) rows.push(present);
    }
  }
  return { rows, isClash };
}

function mergeRow(mine: Row, server: Row, original: Row | undefined): { readonly row: Row; readonly isClash: boolean } {
  let isClash = false;
  const row: Record<string, unknown> = { ...server };
  for (const member of new Set([...Object.keys(mine), ...Object.keys(server)])) {
    const base = original === undefined ? undefined : { value: original[member] };
    const side = takeSide(mine[member], server[member], base);
    if (side === 'mine') row[member] = mine[member];
    if (side !== 'clash') continue;
    const cells = mergeCells(mine[member], server[member], original?.[member]);
    row[member] = cells?.values ?? server[member];
    isClash ||= cells?.isClash ?? true;
  }
  // Members that one side took away.
  for (const member of Object.keys(row)) if (row[member] === undefined) Reflect.deleteProperty(row, member);
  return { row, isClash };
}

/** Lists of numbers of one length, such as the minutes of seven days; a cell nobody typed yet is 0. */
function mergeCells(
  mine: unknown,
  server: unknown,
  original: unknown,
): { readonly values: readonly number[]; readonly isClash: boolean } | undefined {
  if (!isNumbers(mine) || !isNumbers(server) || mine.length !== server.length) return undefined;
  const before = isNumbers(original) && original.length === mine.length ? original : mine.map(() => 0);
  const sides = mine.map((cell, index) => takeSide(cell, server[index], { value: before[index] }));
  return {
    values: server.map((cell, index) => (sides[index] === 'mine' ? (mine[index] ?? cell) : cell)),
    isClash: sides.includes('clash'),
  };
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === 'number');
}

/** The rows by name, in their order; `undefined` when a name is missing or stands twice. */
function nameRows(value: unknown, key: string): ReadonlyMap<unknown, Row> | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows = value.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row));
  const named = new Map<unknown, Row>(rows.map((row) => [row[key], row]));
  return named.size === value.length && !named.has(undefined) ? named : undefined;
}
