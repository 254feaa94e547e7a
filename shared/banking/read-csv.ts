import type { StatementDraft } from './assemble-statement.ts';
import { finishStatement, startStatement } from './assemble-statement.ts';
import { readBankAmount } from './bank-amount.ts';
import { readBankDate } from './bank-date.ts';
import { normaliseLabel } from './bank-label.ts';
import { findAccount, findCurrency } from './csv-preamble.ts';
import type { CsvRole } from './csv-header.ts';
import { canReadLines } from './csv-header.ts';
import type { CsvMapping } from './csv-layout.ts';
import type { CsvRow } from './csv-rows.ts';
import { splitCsvRows } from './csv-rows.ts';
import type { ReadOptions } from './read-options.ts';
import type { ReadStatements, UnreadableReason, UnreadableRow } from './statement.ts';

/** What a screen shows so that a person can check and change how a CSV file is read. */
export interface CsvLayout {
  readonly mapping: CsvMapping;
  /** False when date or amount column is missing: then no line could be read. */
  readonly isComplete: boolean;
  /** Names of the columns, empty without a header. */
  readonly columnNames: readonly string[];
  /** The first records below the header. */
  readonly sampleRows: readonly (readonly string[])[];
  /** What stands above the header. */
  readonly preamble: readonly string[];
}

/** Statements of a CSV file and how they were read. */
export interface ReadCsv extends ReadStatements {
  readonly layout: CsvLayout;
}

/**
 * Reads a CSV file with a mapping. Every record below the header is either in a line or among `unreadable` (footers and
 * totals too: a person sees them). Accounts and currencies in columns, or in a line between two tables, give statements
 * of their own. Never fails.
 */
export function readCsv(text: string, mapping: CsvMapping, options: ReadOptions): ReadCsv {
  const rows = splitCsvRows(text, mapping.separator);
  const above = rows.slice(0, Math.max(0, mapping.headerIndex + 1));
  const data = rows.slice(above.length);
  const isComplete = canReadLines(mapping.roles);
  const currency = findCurrency(above.map((row) => row.text)) ?? options.defaultCurrency;
  let account = findAccount(above.slice(0, -1).map((row) => row.text)) ?? '';
  const drafts = new Map<string, CsvDraft>();
  const unreadable: UnreadableRow[] = [];

  for (const row of data) {
    const problem = isComplete ? readRow(row) : 'noMapping';
    if (problem === undefined) continue;
    unreadable.push({ row: row.row, text: row.text, reason: problem });
    if (problem === 'date') account = findAccount([row.text]) ?? account;
  }
  for (const draft of drafts.values()) setClosingBalance(draft);
  return {
    statements: [...drafts.values()].map(({ statement }) => finishStatement(statement, options.hash)),
    unreadable,
    layout: {
      mapping,
      isComplete,
      columnNames: rows[mapping.headerIndex]?.fields ?? [],
      sampleRows: data.slice(0, 5).map((row) => row.fields),
      preamble: above.slice(0, -1).map((row) => row.text),
    },
  };

  function readRow(row: CsvRow): UnreadableReason | undefined {
    const cell = (role: CsvRole): string => row.fields[mapping.roles.indexOf(role)] ?? '';
    const date = readBankDate(cell('date'), mapping.dateOrder);
    if (!date.ok) return 'date';
    const ownCurrency = cell('currency').trim().toUpperCase() || currency;
    const code = ownCurrency === '€' || ownCurrency.startsWith('EURO') ? 'EUR' : ownCurrency;
    if (!/^[A-Z]{3}$/.test(code)) return 'currency';
    const amount = readAmount(cell, code);
    if (amount === undefined) return 'amount';
    const owner = cell('account') || account;
    const key = `${owner}|${code}`;
    const draft = drafts.get(key) ?? { statement: startStatement(owner, code), balances: [] };
    drafts.set(key, draft);
    draft.statement.lines.push({
      row: row.row,
      date: date.value,
      amountCents: amount,
      labelParts: mapping.roles.flatMap((role, index) => (role === 'label' ? [row.fields[index] ?? ''] : [])),
      bankId: '',
      counterparty: cell('counterparty'),
      reference: cell('reference'),
    });
    const balance = readBankAmount(cell('balance'), code);
    draft.balances.push(balance.ok ? balance.value : undefined);
    return undefined;
  }
}

interface CsvDraft {
  readonly statement: StatementDraft;
  readonly balances: (number | undefined)[];
}

/** Signed minor units, or undefined when the cells do not say one amount. */
function readAmount(cell: (role: CsvRole) => string, currency: string): number | undefined {
  if (cell('amount') !== '') {
    const amount = readBankAmount(cell('amount'), currency);
    if (!amount.ok) return undefined;
    const direction = normaliseLabel(cell('direction')) || cell('direction').trim();
    if (direction === '') return amount.value;
    if (/^(D|DEBIT|-)$/.test(direction)) return 0 - Math.abs(amount.value);
    return /^(C|CREDIT|\+)$/.test(direction) ? Math.abs(amount.value) : undefined;
  }
  const debit = cell('debit') === '' ? undefined : readBankAmount(cell('debit'), currency);
  const credit = cell('credit') === '' ? undefined : readBankAmount(cell('credit'), currency);
  if (debit?.ok === false || credit?.ok === false) return undefined;
  if (debit === undefined && credit === undefined) return undefined;
  const out = Math.abs(debit?.value ?? 0);
  const into = Math.abs(credit?.value ?? 0);
  if (out !== 0 && into !== 0) return undefined;
  return out === 0 ? into : 0 - out;
}

/**
 * The balance beside the latest line: the last one of a file that goes up in time, the first one of a file that goes
 * down. Within one day the second balance tells: it holds the second amount when the file goes up.
 */
function setClosingBalance({ statement, balances }: CsvDraft): void {
  const [first, second] = statement.lines;
  const last = statement.lines.at(-1);
  if (first === undefined || last === undefined) return;
  const goesUp =
    first.date === last.date
      ? second === undefined || balances[1] === (balances[0] ?? 0) + second.amountCents
      : first.date < last.date;
  statement.closingBalanceCents = goesUp ? balances.at(-1) : balances[0];
}
