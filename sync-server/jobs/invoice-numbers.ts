import { expectedSeries, listSameNumbers } from '../../shared/billing/series-faults.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { isUnderstood } from '../../shared/records/understood.ts';
import { addDays } from '../../shared/time/plain-date.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import type { Difference } from '../../shared/record-rules/difference.ts';
import { readStoredRecord } from './verdict-store.ts';

/** The numbers of a book's invoices beside each other. */
export interface InvoiceNumbers {
  /** The invoices that have the number of one of these, without these. */
  readonly othersOf: (records: readonly AnyRecord[]) => readonly AnyRecord[];
  readonly differencesOf: (record: AnyRecord) => readonly Difference[];
}

/** So many invoices with the same number are named. */
const NAMED = 3;

const NOTHING: InvoiceNumbers = { othersOf: () => [], differencesOf: () => [] };

/**
 * Reads the numbers of a book when one of the records is an issued invoice, from `whole` when that is all of the book. A day
 * after `today` is in the future everywhere.
 */
export async function readInvoiceNumbers(
  book: CouchDatabase,
  records: readonly AnyRecord[],
  today: string,
  whole?: readonly AnyRecord[],
): Promise<InvoiceNumbers> {
  if (!records.some(isIssued)) return NOTHING;
  const all =
    whole ??
    (await Promise.all(['invoice:', 'activitySettings:'].map((prefix) => book.list(prefix))))
      .flat()
      .map(readStoredRecord);
  const code = all.filter((record) => isOfType(record, 'activitySettings')).find(isActive)?.body.code;
  const same = listSameNumbers(all.filter(isIssued));
  const othersOf = (record: AnyRecord): readonly AnyRecord[] =>
    isIssued(record) ? (same.get(record.body.number) ?? []).filter(({ id }) => id !== record.id) : [];
  return {
    othersOf: (given) => {
      const ids = new Set(given.map(({ id }) => id));
      return given.flatMap(othersOf).filter(({ id }) => !ids.has(id));
    },
    differencesOf: (record) => {
      // What a number has to be is for the version that issued it.
      if (!isIssued(record) || !isUnderstood(record)) return [];
      const series = code === undefined ? undefined : expectedSeries(record, code);
      return [
        ...(record.date > addDays(today, 1) ? [{ path: 'date', expected: today, found: record.date }] : []),
        ...(series === undefined ? [] : [{ path: 'series', expected: series, found: record.body.series }]),
        ...othersOf(record)
          .slice(0, NAMED)
          .map(({ id }) => ({ path: 'number', expected: '', found: id })),
      ];
    },
  };
}

function isIssued(record: AnyRecord): record is RecordOf<'invoice'> {
  return isOfType(record, 'invoice') && record.status === 'issued';
}

function isActive({ status }: AnyRecord): boolean {
  return status === 'active';
}
