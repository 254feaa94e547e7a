import { isCounted } from '../records/counted.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { LedgerCategory } from '../records/ledger-entry.ts';
import type { CountedType, RecordOf } from '../records/registry.ts';
import type { LedgerRowKind, RowContent } from './ledger-rules.ts';
import { OTHER_ROW_KINDS } from './ledger-rules.ts';
import { ledgerOf } from './ledger-table.ts';
import { movementsOf } from './list-movements.ts';
import type { PaidInvoices } from './paid-invoices.ts';
import { listPaidInvoices } from './paid-invoices.ts';

/** One row of the ledger. */
export interface LedgerRow extends Required<RowContent> {
  readonly recordId: string;
  readonly date: string;
  /** What the row does to the activity account, as `listMovements` says. */
  readonly netCents: number;
  /** Not accepted by the server yet. */
  readonly isPending: boolean;
}

/** The records the ledger shows. */
export interface LedgerSources {
  /** Ascending by date, then id. */
  readonly entries: readonly RecordOf<'ledgerEntry'>[];
  /** Those of every other type that counts, in any order. */
  readonly others: readonly AnyRecord[];
  /** Currency of the book. */
  readonly currency: string;
}

/**
 * A function from records to rows, newest first (date, then id), without voided, refused and cancelled records. It keeps
 * the rows of entries that did not change, so that one edit among 50,000 costs little; rows of unchanged entries stay
 * the same objects.
 */
export function createLedgerRowBuilder(): (sources: LedgerSources) => readonly LedgerRow[] {
  const known = new WeakMap<AnyRecord, LedgerRow>();

  return ({ entries, others, currency }) => {
    const invoices = listPaidInvoices(others);
    const rowsOf = (records: readonly AnyRecord[]): LedgerRow[] =>
      records.filter(isCounted).flatMap((record) => rowOf(record, invoices, currency) ?? []);
    const fresh = entries.filter((entry) => !known.has(entry));
    for (const entry of fresh) for (const row of rowsOf([entry])) known.set(entry, row);
    return merge(
      entries,
      rowsOf(others).sort((a, b) => (isNewer(a, b) ? -1 : 1)),
    );
  };

  function merge(entries: readonly AnyRecord[], others: readonly LedgerRow[]): LedgerRow[] {
    const rows: LedgerRow[] = [];
    let next = 0;
    for (const entry of entries.toReversed()) {
      const row = known.get(entry);
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
  return !OTHER_ROW_KINDS.some((other) => other === kind);
}

function isNewer(a: LedgerRow, b: LedgerRow): boolean {
  return a.date === b.date ? a.recordId > b.recordId : a.date > b.date;
}

function rowOf(record: RecordOf<CountedType>, invoices: PaidInvoices, currency: string): LedgerRow | undefined {
  const content = ledgerOf(record).row(record, invoices);
  return (
    content && {
      recordId: record.id,
      date: record.date,
      counterparty: '',
      currency,
      needsReview: false,
      ...content,
      netCents: netOf(record, invoices, currency),
      isPending: record.isPending === true,
    }
  );
}

function netOf(record: RecordOf<CountedType>, invoices: PaidInvoices, currency: string): number {
  return movementsOf(record, invoices, currency)
    .filter(({ kind }) => kind !== 'invoiced') // turnover, but no money on the account
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}
