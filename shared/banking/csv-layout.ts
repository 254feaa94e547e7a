import { readBankAmount } from './bank-amount.ts';
import type { DateOrder } from './bank-date.ts';
import { guessDateOrder, readBankDate } from './bank-date.ts';
import type { CsvRole } from './csv-header.ts';
import { canReadLines, findHeader, rolesByName } from './csv-header.ts';
import type { CsvRow } from './csv-rows.ts';
import { splitCsvRows } from './csv-rows.ts';

/** How a CSV file is to be read: guessed, shown to the person, and changed by them. */
export interface CsvMapping {
  /** One character. */
  readonly separator: string;
  /** Position of the header among the records that are not blank, from 0; -1 when the file has none. */
  readonly headerIndex: number;
  readonly dateOrder: DateOrder;
  /** Role of each column; columns beyond the list are ignored. */
  readonly roles: readonly CsvRole[];
}

const SEPARATORS = [';', '\t', ',', '|'] as const;
const SAMPLE_LENGTH = 60_000;
const SAMPLE_ROWS = 200;

/**
 * Guesses separator, header and columns from the start of the file: the separator under which most records have a date
 * and an amount wins. The roles may be insufficient (see `canReadLines`): then a person has to say.
 * `undefined` when the text is no table at all.
 */
export function guessCsvMapping(text: string): CsvMapping | undefined {
  const sample =
    text.length > SAMPLE_LENGTH ? text.slice(0, text.lastIndexOf('\n', SAMPLE_LENGTH) + 1 || SAMPLE_LENGTH) : text;
  let best: CsvMapping | undefined;
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rows = splitCsvRows(sample, separator).slice(0, SAMPLE_ROWS);
    const mapping = guessColumns(rows, separator);
    // A file that holds nothing but its header is a table all the same.
    const hasHeader = mapping.headerIndex >= 0 && canReadLines(mapping.roles);
    const score = countReadable(rows, mapping) * 1000 + countRegular(rows) + (hasHeader ? 1 : 0);
    if (score > bestScore) {
      best = mapping;
      bestScore = score;
    }
  }
  return best;
}

function guessColumns(rows: readonly CsvRow[], separator: string): CsvMapping {
  const named = findHeader(rows);
  const header = rows[named];
  const roles =
    header === undefined ? rolesByContent(rows) : checkByContent(rolesByName(header.fields), rows.slice(named + 1));
  const headerIndex = header === undefined ? findUnknownHeader(rows, roles) : named;
  const data = rows.slice(headerIndex + 1);
  const dateColumn = roles.indexOf('date');
  return { separator, headerIndex, dateOrder: guessDateOrder(data.map((row) => row.fields[dateColumn] ?? '')), roles };
}

function countReadable(rows: readonly CsvRow[], { headerIndex, roles }: CsvMapping): number {
  if (!canReadLines(roles)) return 0;
  const amounts = roles.flatMap((role, index) =>
    role === 'amount' || role === 'debit' || role === 'credit' ? [index] : [],
  );
  return rows
    .slice(headerIndex + 1)
    .filter(({ fields }) => isDate(fields[roles.indexOf('date')]) && amounts.some((index) => isAmount(fields[index])))
    .length;
}

/** A header whose words are unknown: the record above the first line, as wide as it and without any digit. */
function findUnknownHeader(rows: readonly CsvRow[], roles: readonly CsvRole[]): number {
  const first = rows.findIndex(({ fields }) => isDate(fields[roles.indexOf('date')]));
  const above = rows[first - 1];
  const isHeader = above?.fields.length === rows[first]?.fields.length && !/\d/.test(above?.text ?? '0');
  return first > 0 && isHeader ? first - 1 : -1;
}

/** Number of records that share the commonest width above one column; 0 for prose, where few records do. */
function countRegular(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  counts.delete(1);
  const regular = Math.max(0, ...counts.values());
  return regular >= 2 && regular * 2 >= rows.length ? regular : 0;
}

/** An own-account column has few different values; one that names the other party's accounts has many. */
function checkByContent(roles: readonly CsvRole[], data: readonly CsvRow[]): CsvRole[] {
  return roles.map((role, index) => {
    if (role !== 'account') return role;
    const values = new Set(data.map((row) => row.fields[index] ?? ''));
    return values.size <= 5 && values.size * 2 <= Math.max(data.length, 2) ? role : 'ignored';
  });
}

/** Without a known header: the column with most dates, and of the records that have a date the first column of amounts and the longest texts. */
function rolesByContent(rows: readonly CsvRow[]): CsvRole[] {
  const width = Math.max(0, ...rows.map((row) => row.fields.length));
  const dateCounts = Array.from(
    { length: width },
    (_, index) => rows.filter((row) => isDate(row.fields[index])).length,
  );
  const mostDates = Math.max(0, ...dateCounts);
  const dates = mostDates === 0 ? -1 : dateCounts.indexOf(mostDates);
  const data = rows.filter((row) => isDate(row.fields[dates]));
  const columns = Array.from({ length: width }, (_, index) => data.map((row) => row.fields[index] ?? ''));
  const shareOf = (values: readonly string[], test: (value: string) => boolean): number =>
    values.filter(test).length / Math.max(1, values.length);
  const isNumeric = columns.map((values) => {
    const filled = values.filter((value) => value !== '');
    return filled.length > 0 && shareOf(filled, isAmount) >= 0.8 && shareOf(filled, isDate) < 0.2;
  });
  const amount = isNumeric.findIndex(
    (yes, index) => yes && index !== dates && (columns[index] ?? []).some((value) => /[.,-]/.test(value)),
  );
  const next = amount + 1;
  // Two half-empty columns of figures side by side that are never filled together: debit and credit.
  const areSides =
    amount >= 0 &&
    isNumeric[next] === true &&
    data.length > 1 &&
    data.every(({ fields }) => ((fields[amount] ?? '') === '') !== ((fields[next] ?? '') === ''));
  const lengths = columns.map((values, index) =>
    index === dates || isNumeric[index] === true || shareOf(values, isDate) > 0.5 ? 0 : values.join('').length,
  );
  const label = lengths.indexOf(Math.max(0, ...lengths));
  return columns.map((_, index): CsvRole => {
    if (index === dates) return 'date';
    if (index === amount) return areSides ? 'debit' : 'amount';
    if (areSides && index === next) return 'credit';
    return index === label && (lengths[index] ?? 0) > 0 ? 'label' : 'ignored';
  });
}

function isDate(text: string | undefined): boolean {
  return text !== undefined && (readBankDate(text).ok || readBankDate(text, 'monthFirst').ok);
}

function isAmount(text: string | undefined): boolean {
  return text !== undefined && text !== '' && readBankAmount(text, 'EUR').ok;
}
