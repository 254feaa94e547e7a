import type { LedgerRow } from './ledger-row.ts';
import type { LedgerRowKind } from './ledger-rules.ts';

/** Sums of some rows of the ledger, in minor units of one currency. */
export interface LedgerSums {
  readonly count: number;
  /** Money in including VAT, zero or more. */
  readonly inCents: number;
  /** Money out including VAT, zero or less. */
  readonly outCents: number;
  readonly vatCents: number;
  /** Effect on the activity account. */
  readonly netCents: number;
}

/** Totals of the rows that are shown. */
export interface LedgerTotals extends LedgerSums {
  /** The same by kind, largest effect on the account first. */
  readonly byKind: readonly (LedgerSums & { readonly kind: LedgerRowKind })[];
  /** Rows in another currency than the book's: counted here, never added. */
  readonly otherCurrencyCount: number;
}

const NOTHING: LedgerSums = { count: 0, inCents: 0, outCents: 0, vatCents: 0, netCents: 0 };

/** Adds up rows of one currency. Sums of integers: nothing is rounded. */
export function sumLedgerRows(rows: Iterable<LedgerRow>, currency: string): LedgerTotals {
  const sums = new Map<LedgerRowKind, { -readonly [K in keyof LedgerSums]: number }>();
  let otherCurrencyCount = 0;
  for (const row of rows) {
    if (row.currency !== currency) {
      otherCurrencyCount += 1;
      continue;
    }
    let sum = sums.get(row.kind);
    if (sum === undefined) sums.set(row.kind, (sum = { ...NOTHING }));
    sum.count += 1;
    sum.inCents += Math.max(0, row.amountCents);
    sum.outCents += Math.min(0, row.amountCents);
    sum.vatCents += row.vatCents;
    sum.netCents += row.netCents;
  }
  const byKind = [...sums].map(([kind, sum]) => ({ kind, ...sum }));
  byKind.sort((a, b) => Math.abs(b.netCents) - Math.abs(a.netCents));
  const total = byKind.reduce(addSums, NOTHING);
  return { ...total, byKind, otherCurrencyCount };
}

function addSums(a: LedgerSums, b: LedgerSums): LedgerSums {
  return {
    count: a.count + b.count,
    inCents: a.inCents + b.inCents,
    outCents: a.outCents + b.outCents,
    vatCents: a.vatCents + b.vatCents,
    netCents: a.netCents + b.netCents,
  };
}
