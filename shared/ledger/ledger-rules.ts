import type { LedgerCategory } from '../records/ledger-entry.ts';
import type { CountedType, RecordOf } from '../records/registry.ts';
import type { Effect } from './movement.ts';
import type { PaidInvoices } from './paid-invoices.ts';

/** What stands in the ledger among the entries: records of other types. */
export const OTHER_ROW_KINDS = ['payment', 'expense', 'salary'] as const;

/** What a row of the ledger is: an entry of one category, or a record of another type shown among them. */
export type LedgerRowKind = LedgerCategory | (typeof OTHER_ROW_KINDS)[number];

/** What a record says in its row of the ledger. Amounts are signed minor units, money in is positive. */
export interface RowContent {
  readonly kind: LedgerRowKind;
  /** What was typed; of a payment the number of its invoice, of a salary its month `YYYY-MM`. */
  readonly label: string;
  readonly counterparty?: string;
  /** That of the book when the record names none. */
  readonly currency?: string;
  /** Including VAT. */
  readonly amountCents: number;
  readonly vatCents: number;
  readonly needsReview?: boolean;
}

/** What the records of one type, where they count, do to the account and say in the ledger. */
export interface LedgerRules<T extends CountedType> {
  /** At the date of the record, or at a later one. */
  readonly effects: (record: RecordOf<T>, invoices: PaidInvoices) => readonly (Effect & { readonly date?: string })[];
  /** `undefined` for what has no row of its own. */
  readonly row: (record: RecordOf<T>, invoices: PaidInvoices) => RowContent | undefined;
}
