import type { AmountFilter } from './amount-filter.ts';
import { matchesAmount } from './amount-filter.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LedgerRowKind } from './ledger-rules.ts';

/** What is asked of the ledger; a member left out asks nothing. Dates are ISO, both included. */
export interface LedgerFilter {
  readonly text?: string;
  readonly amount?: AmountFilter;
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly kind?: LedgerRowKind;
  readonly isToReview?: boolean;
}

/** Text as it is searched: accents and case removed, white space collapsed. */
export function toSearchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/**
 * The rows that answer a filter, in their order; the same array when nothing is asked. Every word of the text must stand
 * in the row's search text. `searchTextOf` is asked only for rows that pass the cheaper conditions.
 */
export function filterLedgerRows(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  searchTextOf: (row: LedgerRow) => string,
): readonly LedgerRow[] {
  const words = toSearchText(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const { amount, fromDate, toDate, kind, isToReview } = filter;
  const asksNothing =
    words.length === 0 &&
    [amount, fromDate, toDate, kind].every((condition) => condition === undefined) &&
    isToReview !== true;
  if (asksNothing) return rows;
  return rows.filter((row) => {
    if (fromDate !== undefined && row.date < fromDate) return false;
    if (toDate !== undefined && row.date > toDate) return false;
    if (kind !== undefined && row.kind !== kind) return false;
    if (isToReview === true && !row.needsReview) return false;
    if (amount !== undefined && !matchesAmount(amount, row.amountCents)) return false;
    if (words.length === 0) return true;
    const text = searchTextOf(row);
    return words.every((word) => text.includes(word));
  });
}
