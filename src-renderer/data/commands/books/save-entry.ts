import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { taxIncludedIn } from '../../../../shared/money/rate.ts';
import type { LedgerCategory, LedgerEntryBody } from '../../../../shared/records/ledger-entry.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import { parseDate } from '../../../../shared/time/plain-date.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import type { UndoLabel } from '../../undo-stack.ts';
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
  const { account, context } = store.parts;
  const after = createRecord(context, {
    type: 'ledgerEntry',
    activityId: account.activityId ?? '',
    date: date.value,
    status: 'active',
    body: withMarks({ ...toBody(input), currency: readBookSettings(store.book).currency }, input),
  });
  const done = await store.write('entryAdded', [{ before: undefined, after }]);
  return done.ok ? ok(after) : done;
}

/**
 * Changes an entry; a person has then looked at it, so it needs no review any more. `seen` is the entry as it was shown.
 * Errors: `date.invalid`, `store.writeFailed` when someone else changed it meanwhile, those of the write.
 */
export async function changeEntry(store: BookStore, seen: Entry, input: EntryInput): Promise<Result<Entry>> {
  const date = parseDate(input.date);
  if (!date.ok) return date;
  const current = findEntry(store, seen.id);
  if (!current.ok) return current;
  if (current.value.edits[0] !== seen.edits[0]) {
    return fail(appError('store.writeFailed', 'the entry changed since it was shown', { changedElsewhere: true }));
  }
  return revise(store, 'entryChanged', current.value, {
    date: date.value,
    body: withMarks({ ...withoutReview(current.value.body), ...toBody(input) }, input),
  });
}

/** Marks category and VAT of an imported entry as looked at. */
export async function confirmEntry(store: BookStore, id: string): Promise<Result<Entry>> {
  const current = findEntry(store, id);
  if (!current.ok) return current;
  return revise(store, 'entryChanged', current.value, { body: withoutReview(current.value.body) });
}

/** Takes an entry out of the ledger; it stays in the store, voided. */
export async function voidEntry(store: BookStore, id: string): Promise<Result<Entry>> {
  const current = findEntry(store, id);
  return current.ok ? revise(store, 'entryVoided', current.value, { status: 'voided' }) : current;
}

function findEntry(store: BookStore, id: string): Result<Entry> {
  const record = store.book.get(id);
  return record !== undefined && isOfType(record, 'ledgerEntry') && record.status === 'active'
    ? ok(record)
    : fail(appError('record.notFound', `no active entry ${id}`));
}

async function revise(
  store: BookStore,
  label: UndoLabel,
  before: Entry,
  change: Partial<Pick<Entry, 'date' | 'status' | 'body'>>,
): Promise<Result<Entry>> {
  const after = reviseRecord(store.parts.context, before, change);
  const done = await store.write(label, [{ before, after }]);
  return done.ok ? ok(after) : done;
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
