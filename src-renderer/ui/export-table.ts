import type { CsvCell, CsvNumber } from '../../shared/csv/csv-row.ts';
import { currencyDecimals } from '../../shared/money/currency.ts';
import type { Format } from '../i18n/use-format.ts';

/** A number as people read it, and as a spreadsheet adds it up. */
interface ExportNumber extends CsvNumber {
  readonly text: string;
}

/** A text, or a number; columns of numbers are set to the right. */
export type ExportCell = string | ExportNumber;

/** A table as a document: what a screen shows, in the words and figures of the screen. */
export interface ExportTable {
  /** Also names the file. */
  readonly title: string;
  /** What the table is about, above it: person, activity, month. Only in the PDF. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** A last row of sums, in bold; computed by the caller, never here. */
  readonly total?: readonly ExportCell[];
  /** Sentences below the table. Only in the PDF. */
  readonly notes?: readonly string[];
}

/** An amount in the minor units of its currency. */
export function moneyCell(format: Format, amountMinor: number, currency = 'EUR'): ExportCell {
  return {
    text: format.money(amountMinor, currency),
    minor: amountMinor,
    decimals: currencyDecimals(currency),
  };
}

/** The records of the table for a spreadsheet: names of the columns, rows, sums. */
export function csvRows({ heads, rows, total }: ExportTable): readonly (readonly CsvCell[])[] {
  return [heads, ...rows, ...(total === undefined ? [] : [total])];
}
