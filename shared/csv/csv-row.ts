/** Between two cells, as spreadsheets under a French (and a Malagasy) system expect it. */
export const CSV_SEPARATOR = ';';

/** Spreadsheets take a file for UTF-8 by this mark at its beginning. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

/** A number the spreadsheet can add up: 123456 with two decimals is `1234,56`. */
export interface CsvNumber {
  /** Integer of the smallest unit, for example cents. */
  readonly minor: number;
  /** How many decimals `minor` holds. */
  readonly decimals: number;
}

/** What a cell holds. Only a {@link CsvNumber} is ever read as a number or begins with a minus sign. */
export type CsvCell = string | CsvNumber;

/**
 * One record of a CSV file, without its line end. Numbers have a decimal comma, no grouping and a plain minus sign, so
 * that a French spreadsheet adds them up. A text that it would run as a formula is shielded by an apostrophe, and quoted
 * where it holds a separator, a quote or a line break.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return cells.map((cell) => (typeof cell === 'string' ? quote(cell) : decimal(cell))).join(CSV_SEPARATOR);
}

function decimal({ minor, decimals }: CsvNumber): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

function quote(text: string): string {
  // Spreadsheets skip blanks before they look for a formula; full-width signs count as the plain ones in some of them.
  const shielded = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(shielded) ? `"${shielded.replaceAll('"', '""')}"` : shielded;
}
