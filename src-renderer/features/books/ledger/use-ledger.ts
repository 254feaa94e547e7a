import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { filterLedgerRows, toSearchText } from '../../../../shared/ledger/ledger-filter.ts';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import { createLedgerRowBuilder } from '../../../../shared/ledger/ledger-row.ts';
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts';
import { sumLedgerRows } from '../../../../shared/ledger/ledger-totals.ts';
import { COUNTED_TYPES } from '../../../../shared/records/counted.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import type { FilterFields } from './ledger-filters.ts';
import { NO_FILTER, toLedgerFilter } from './ledger-filters.ts';

/** What stands in the ledger among the entries. */
const OTHER_TYPES = COUNTED_TYPES.filter((type) => type !== 'ledgerEntry');

/** The builder of a book stays when the screen is left, so that coming back costs nothing. */
const builders = new WeakMap<RecordImage, ReturnType<typeof createLedgerRowBuilder>>();

export interface Ledger {
  readonly settings: BookSettings;
  readonly rows: readonly LedgerRow[];
  readonly totals: LedgerTotals;
  readonly toReviewCount: number;
  readonly isEmpty: boolean;
  readonly isComplete: boolean;
  readonly amountError: AppError | undefined;
}

/** The rows that answer the filter and their sums. Filtering waits behind typing: the fields never stutter. */
export function useLedger(fields: FilterFields): Ledger {
  const { store } = useSession();
  const { book } = store;
  const settings = useFromImage(book, () => readBookSettings(book), [book]);
  const { currency } = settings;
  const all = useFromImage(
    book,
    () =>
      builderOf(book)({
        entries: book.list('ledgerEntry'),
        others: OTHER_TYPES.flatMap((type): readonly AnyRecord[] => book.list(type)),
        currency,
      }),
    [book, currency],
  );
  const searchTextOf = useSearchText();
  const asked = useDeferredValue(fields);
  const filter = useMemo(() => toLedgerFilter(asked, currencyDecimals(currency)), [asked, currency]);
  const rows = useMemo(
    () => (filter.ok ? filterLedgerRows(all, filter.value, searchTextOf) : all),
    [all, filter, searchTextOf],
  );
  const totals = useMemo(() => sumLedgerRows(rows, currency), [rows, currency]);
  const toReviewCount = useMemo(() => all.reduce((count, row) => count + (row.needsReview ? 1 : 0), 0), [all]);
  return {
    settings,
    rows,
    totals,
    toReviewCount,
    isEmpty: all.length === 0,
    isComplete: useFromImage(book, () => book.isComplete, [book]),
    amountError: filter.ok ? undefined : filter.error,
  };
}

export function isFiltered(fields: FilterFields): boolean {
  return JSON.stringify(fields) !== JSON.stringify(NO_FILTER);
}

function builderOf(book: RecordImage): ReturnType<typeof createLedgerRowBuilder> {
  const known = builders.get(book) ?? createLedgerRowBuilder();
  builders.set(book, known);
  return known;
}

/** Search texts are made when they are first asked for and kept as long as their row. */
function useSearchText(): (row: LedgerRow) => string {
  const { t } = useTranslation('ledgerKinds');
  return useMemo(() => {
    const texts = new WeakMap<LedgerRow, string>();
    return (row) => {
      const known = texts.get(row);
      if (known !== undefined) return known;
      const text = toSearchText(`${row.label} ${row.counterparty} ${t(row.kind)}`);
      texts.set(row, text);
      return text;
    };
  }, [t]);
}
