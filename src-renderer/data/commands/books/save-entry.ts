import type { Result } from '../../../../shared/core/result.ts';
import { taxIncludedIn } from '../../../../shared/money/rate.ts';
import type { LedgerCategory, LedgerEntryBody } from '../../../../shared/records/ledger-entry.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { parseDate } from '../../../../shared/time/plain-date.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import { findActive } from '../../find-active.ts';
import { addOne, changeOne, voidOne } from '../../write-one.ts';
import type { Marks } from './with-marks.ts';
import { withMarks } from './with-marks.ts';

type Entry = RecordOf<'ledgerEntry'>;

/** What a person types for an entry; the amount includes VAT and is signed. */
export interface EntryInput extends Marks {
  readonly date: string;
  readonly label: string;
  readonly category: LedgerCategory;
  readonly amountCents: number;
  readonly vatRatePpm: number;
}

/** Adds an entry in the book's currency. Errors: `date.invalid`, those of the write. */
export async function addEntry(store: BookStore, input: EntryInput): Promise<Result<Entry>> {
  const date = parseDate(input.date);
  if (!date.ok) return date;
  const body = withMarks({ ...toBody(input), currency: readBookSettings(store.book).currency }, input);
  return addOne(store, 'entryAdded', { type: 'ledgerEntry', date: date.value, status: 'active', body });
}

/**
 * Changes an entry; a person has then looked at it, so it needs no review any more. `seen` is the entry as it was shown.
 * Errors: `date.invalid`, `record.notFound`, those of {@link changeOne}.
 */
export async function changeEntry(store: BookStore, seen: Entry, input: EntryInput): Promise<Result<Entry>> {
  const date = parseDate(input.date);
  if (!date.ok) return date;
  const current = findActive(store.book, 'ledgerEntry', seen.id);
  if (!current.ok) return current;
  const body = withMarks({ ...withoutReview(seen.body), ...toBody(input) }, input);
  return changeOne(store, 'entryChanged', seen, { date: date.value, body });
}

/** Marks category and VAT of an imported entry as looked at. Errors: `record.notFound`, those of the write. */
export async function confirmEntry(store: BookStore, id: string): Promise<Result<Entry>> {
  const entry = findActive(store.book, 'ledgerEntry', id);
  return entry.ok ? changeOne(store, 'entryChanged', entry.value, { body: withoutReview(entry.value.body) }) : entry;
}

/** Takes an entry out of the ledger. Errors: `record.notFound`, those of the write. */
export async function voidEntry(store: BookStore, id: string): Promise<Result<Entry>> {
  const entry = findActive(store.book, 'ledgerEntry', id);
  return entry.ok ? voidOne(store, 'entryVoided', entry.value) : entry;
}

function toBody(
  input: EntryInput,
): Pick<LedgerEntryBody, 'label' | 'category' | 'amountCents' | 'vatRatePpm' | 'vatCents'> {
  const { label, category, amountCents, vatRatePpm } = input;
  return { label: label.trim(), category, amountCents, vatRatePpm, vatCents: taxIncludedIn(amountCents, vatRatePpm) };
}

function withoutReview(body: Entry['body']): Entry['body'] {
  const { needsReview, ...rest } = body;
  return rest;
}
