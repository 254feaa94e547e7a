import { splitCsvRows } from '../../shared/banking/csv-rows.ts';
import type { CsvCell } from '../../shared/csv/csv-row.ts';
import { CSV_BYTE_ORDER_MARK, CSV_SEPARATOR, csvRow } from '../../shared/csv/csv-row.ts';
import { convertCase } from './convert-case.ts';
import type { ConvertedCase } from './convert-case.ts';
import type { ConvertError } from './convert-error.ts';
import { MAX_LINE_CHARACTERS } from './json-lines.ts';
import { LINE_NAMES } from './line-names.ts';
import { readCase } from './read-case.ts';

const TOTALS = ['employerContributions', 'employeeContributions', 'netBeforeTax', 'totalCost'];
const NAMES = Object.values(LINE_NAMES);
const HEADER = [
  'row',
  'error',
  'message',
  'gross',
  'residual',
  'excess',
  ...TOTALS,
  ...NAMES.map((name) => `employer.${name}`),
  ...NAMES.map((name) => `employee.${name}`),
];

/** Reads CSV line by line (the first one names the members of a case) and answers with lines of CSV, amounts in euros. */
export function createCsvConverter(): (line: string) => string | undefined {
  let columns: readonly string[] | undefined;
  let row = 0;
  return (line) => {
    row += 1;
    const fields = splitCsvRows(line.replace(CSV_BYTE_ORDER_MARK, '').slice(0, MAX_LINE_CHARACTERS), CSV_SEPARATOR)[0]
      ?.fields;
    if (fields === undefined) return undefined;
    if (columns === undefined) {
      columns = fields;
      return CSV_BYTE_ORDER_MARK + csvRow(HEADER);
    }
    return csvRow(toRow(row, answer(columns, fields)));
  };
}

function answer(columns: readonly string[], fields: readonly string[]): ConvertedCase | ConvertError | null {
  const entries = columns.map((name, index) => [name, cellValue(name, fields[index] ?? '')] as const);
  const one = readCase(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
  return 'error' in one ? one : convertCase(one);
}

/** A cell as JSON would have it: decimal comma or dot, yes and no in both languages; empty cells are left out. */
function cellValue(name: string, cell: string): unknown {
  if (cell === '') return undefined;
  if (name === 'period' || name === 'date') return cell;
  if (name === 'cadre') return isYes(cell);
  return /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
}

function isYes(cell: string): boolean | string {
  const word = cell.toLowerCase();
  if (['true', 'oui', 'yes', '1'].includes(word)) return true;
  return ['false', 'non', 'no', '0'].includes(word) ? false : cell;
}

function toRow(row: number, converted: ConvertedCase | ConvertError | null): CsvCell[] {
  const first = String(row);
  if (converted === null) return pad([first, '', 'the budget is below the cost of a zero gross']);
  if ('error' in converted) return pad([first, converted.error, converted.message]);
  const { grossCents, residualCents, excessCents, totals, employer, employee } = converted;
  return [
    first,
    '',
    '',
    ...[grossCents ?? grossOf(totals), residualCents, excessCents].map(euros),
    ...TOTALS.map((name) => euros(totals[name])),
    ...NAMES.map((name) => euros(employer[name])),
    ...NAMES.map((name) => euros(employee[name])),
  ];
}

function grossOf(totals: ConvertedCase['totals']): number {
  return (totals['netBeforeTax'] ?? 0) + (totals['employeeContributions'] ?? 0);
}

function pad(cells: CsvCell[]): CsvCell[] {
  return [...cells, ...Array.from({ length: HEADER.length - cells.length }, () => '')];
}

/** Cents as euros; nothing for what is not there. */
function euros(cents: number | undefined): CsvCell {
  return cents === undefined ? '' : { minor: cents, decimals: 2 };
}
