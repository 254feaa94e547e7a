import type { AnyRecord } from '../records/envelope.ts';
import type { LedgerCategory } from '../records/ledger-entry.ts';
import type { RecordOf } from '../records/registry.ts';
import { listMovements } from './movement.ts';

/** What a row of the ledger is: an entry of one category, or a record of another type shown among them. */
export type LedgerRowKind = LedgerCategory | 'expense' | 'payment' | 'salary';

/** One row of the ledger. Amounts are signed minor units, money in is positive. */
export interface LedgerRow {
  readonly recordId: string;
  readonly kind: LedgerRowKind;
  readonly date: string;
  /** What was typed; of a payment the number of its invoice, of a salary its month `YYYY-MM`. */
  readonly label: string;
  readonly counterparty: string;
  readonly currency: string;
  /** Including VAT. */
  readonly amountCents: number;
  readonly vatCents: number;
  /** What the row does to the activity account, as `listMovements` says. */
  readonly netCents: number;
  readonly needsReview: boolean;
  /** Not accepted by the server yet. */
  readonly isPending: boolean;
}

/** The records the ledger shows; `entries` ascending by date then id, the others in any order. */
export interface LedgerSources {
  readonly entries: readonly RecordOf<'ledgerEntry'>[];
  readonly expenses: readonly RecordOf<'expense'>[];
  readonly invoices: readonly RecordOf<'invoice'>[];
  readonly payments: readonly RecordOf<'payment'>[];
  readonly statements: readonly RecordOf<'salaryStatement'>[];
  readonly abroadPays: readonly RecordOf<'abroadPay'>[];
  /** Currency of the book: that of salaries. */
  readonly currency: string;
}

/**
 * A function from records to rows, newest first (date, then id), without voided, refused and cancelled records. It keeps
 * the rows of entries that did not change, so that one edit among 50,000 costs little; rows of unchanged entries stay
 * the same objects.
 */
export function createLedgerRowBuilder(): (sources: LedgerSources) => readonly LedgerRow[] {
  const known = new WeakMap<AnyRecord, LedgerRow>();

  return (sources) => {
    const entries = sources.entries.filter((entry) => entry.status === 'active');
    const fresh = entries.filter((entry) => !known.has(entry));
    const netById = netByRecord(fresh);
    for (const entry of fresh) known.set(entry, entryRow(entry, netById.get(entry.id) ?? 0));
    const others = otherRows(sources).sort((a, b) => (isNewer(a, b) ? -1 : 1));
    return merge(entries, others);
  };

  function merge(entries: readonly AnyRecord[], others: readonly LedgerRow[]): LedgerRow[] {
    const rows: LedgerRow[] = [];
    let next = 0;
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const entry = entries[index];
      const row = entry === undefined ? undefined : known.get(entry);
      if (row === undefined) continue;
      for (let other = others[next]; other !== undefined && isNewer(other, row); other = others[next]) {
        rows.push(other);
        next += 1;
      }
      rows.push(row);
    }
    return rows.concat(others.slice(next));
  }
}

/** Whether a row of the ledger can be changed there: entries only. */
export function isEntryKind(kind: LedgerRowKind): kind is LedgerCategory {
  return kind !== 'expense' && kind !== 'payment' && kind !== 'salary';
}

function isNewer(a: LedgerRow, b: LedgerRow): boolean {
  return a.date === b.date ? a.recordId > b.recordId : a.date > b.date;
}

function netByRecord(records: Iterable<AnyRecord>): Map<string, number> {
  const net = new Map<string, number>();
  for (const movement of listMovements(records)) {
    if (movement.kind === 'invoiced') continue; // turnover, but no money on the account
    net.set(movement.recordId, (net.get(movement.recordId) ?? 0) + movement.amountCents);
  }
  return net;
}

function entryRow(entry: RecordOf<'ledgerEntry'>, netCents: number): LedgerRow {
  const { body } = entry;
  return {
    recordId: entry.id,
    kind: body.category,
    date: entry.date,
    label: body.label,
    counterparty: body.counterparty ?? '',
    currency: body.currency,
    amountCents: body.amountCents,
    vatCents: body.vatCents,
    netCents,
    needsReview: body.needsReview === true,
    isPending: entry.isPending === true,
  };
}

function otherRows(sources: LedgerSources): LedgerRow[] {
  const invoices = new Map(sources.invoices.map((invoice) => [invoice.id, invoice]));
  const net = netByRecord([
    ...sources.expenses,
    ...sources.statements,
    ...sources.abroadPays,
    ...sources.invoices,
    ...sources.payments,
  ]);
  // What has no movement (voided, refused, cancelled) does not stand in the ledger.
  const expenses = sources.expenses.filter((expense) => net.has(expense.id));
  const statements = sources.statements.filter((statement) => net.has(statement.id));
  const abroadPays = sources.abroadPays.filter((pay) => net.has(pay.id));
  const netOf = (record: AnyRecord): number => net.get(record.id) ?? 0;
  return [
    ...expenses.map((expense) => ({
      ...commonOf(expense, 'expense', netOf(expense)),
      label: expense.body.label,
      counterparty: '',
      currency: expense.body.currency,
      amountCents: negative(expense.body.amountCents),
      vatCents: negative(expense.body.vatCents),
    })),
    ...sources.payments.map((payment) => {
      const invoice = invoices.get(payment.body.invoiceId);
      return {
        ...commonOf(payment, 'payment', netOf(payment)),
        label: invoice?.body.number ?? '',
        counterparty: invoice?.body.customer?.name ?? '',
        currency: payment.body.currency,
        amountCents: payment.body.amountCents,
        vatCents: invoice === undefined ? 0 : payment.body.amountCents - netOf(payment),
      };
    }),
    ...statements.map((statement) => ({
      ...commonOf(statement, 'salary', netOf(statement)),
      label: statement.body.input.period,
      counterparty: '',
      currency: sources.currency,
      amountCents: negative(statement.body.totals.totalCostCents),
      vatCents: 0,
    })),
    ...abroadPays.map((pay) => ({
      ...commonOf(pay, 'salary', netOf(pay)),
      label: pay.body.input.period,
      counterparty: '',
      currency: pay.body.currency,
      amountCents: negative(pay.body.input.budgetMinor),
      vatCents: 0,
    })),
  ];
}

function commonOf(record: AnyRecord, kind: LedgerRowKind, netCents: number) {
  const { id: recordId, date } = record;
  return { recordId, kind, date, netCents, needsReview: false, isPending: record.isPending === true };
}

function negative(cents: number): number {
  return cents === 0 ? 0 : -cents;
}
