import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { taxIncludedIn } from '../../../../shared/money/rate.ts';
import type { ExpenseBody, ReceiptManifest } from '../../../../shared/records/expense.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import { parseDate } from '../../../../shared/time/plain-date.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import type { Marks } from './with-marks.ts';
import { withMarks } from './with-marks.ts';

type Expense = RecordOf<'expense'>;

/** What a person types for an expense; the amount includes VAT. */
export interface ExpenseInput extends Pick<Marks, 'givesContributionBack'> {
  readonly date: string;
  readonly label: string;
  readonly category: ExpenseBody['category'];
  readonly amountCents: number;
  readonly vatRatePpm: number;
  readonly paidBy: ExpenseBody['paidBy'];
  readonly receipt: ReceiptManifest | undefined;
}

/**
 * Adds an expense, or changes the one that was `seen`. Errors: `date.invalid`, `record.notFound`, `store.writeFailed` when
 * someone else changed it meanwhile, those of the write.
 */
export async function saveExpense(
  store: BookStore,
  seen: Expense | undefined,
  input: ExpenseInput,
): Promise<Result<Expense>> {
  const date = parseDate(input.date);
  if (!date.ok) return date;
  const { account, context } = store.parts;
  const { label, category, amountCents, vatRatePpm, paidBy, receipt } = input;
  const fields = {
    label: label.trim(),
    category,
    amountCents,
    vatRatePpm,
    vatCents: taxIncludedIn(amountCents, vatRatePpm),
    paidBy,
    ...(receipt === undefined ? {} : { receipt }),
  };
  if (seen === undefined) {
    const after = createRecord(context, {
      type: 'expense',
      activityId: account.activityId ?? '',
      date: date.value,
      status: 'active',
      body: withMarks({ ...fields, currency: readBookSettings(store.book).currency }, input),
    });
    const done = await store.write('expenseSaved', [{ before: undefined, after }]);
    return done.ok ? ok(after) : done;
  }
  const before = findExpense(store, seen.id);
  if (!before.ok) return before;
  if (before.value.edits[0] !== seen.edits[0]) {
    return fail(appError('store.writeFailed', 'the expense changed since it was shown', { changedElsewhere: true }));
  }
  const { receipt: oldReceipt, ...kept } = before.value.body;
  const after = reviseRecord(context, before.value, {
    date: date.value,
    body: withMarks({ ...kept, ...fields }, input),
  });
  const done = await store.write('expenseSaved', [{ before: before.value, after }]);
  return done.ok ? ok(after) : done;
}

/** Takes an expense out of the list; it stays in the store, voided, with its receipt. */
export async function voidExpense(store: BookStore, id: string): Promise<Result<Expense>> {
  const before = findExpense(store, id);
  if (!before.ok) return before;
  const after = reviseRecord(store.parts.context, before.value, { status: 'voided' });
  const done = await store.write('expenseVoided', [{ before: before.value, after }]);
  return done.ok ? ok(after) : done;
}

function findExpense(store: BookStore, id: string): Result<Expense> {
  const record = store.book.get(id);
  return record !== undefined && isOfType(record, 'expense') && record.status === 'active'
    ? ok(record)
    : fail(appError('record.notFound', `no active expense ${id}`));
}
