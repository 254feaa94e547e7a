import type { CsvCell } from './csv-row.ts';
import { CSV_BYTE_ORDER_MARK, csvRow } from './csv-row.ts';

/** The text of a CSV file: byte order mark, semicolons, decimal commas, CRLF after every record (RFC 4180). */
export function csvFile(rows: readonly (readonly CsvCell[])[]): string {
  return CSV_BYTE_ORDER_MARK + rows.map((cells) => `${csvRow(cells)}\r\n`).join('');
}
