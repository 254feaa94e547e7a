import type { Result } from '../../../../shared/core/result.ts';
import { taxIncludedIn } from '../../../../shared/money/rate.ts';
import type { ExpenseBody, ReceiptManifest } from '../../../../shared/records/expense.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { parseDate } from '../../../../shared/time/plain-date.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import { findActive } from '../../find-active.ts';
import { saveOne, voidOne } from '../../write-one.ts';
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

/** Adds an expense, or changes the one `seen`. Errors: `date.invalid`, `record.notFound`, those of {@link saveOne}. */
export async function saveExpense(
  store: BookStore,
  seen: Expense | undefined,
  input: ExpenseInput,
): Promise<Result<Expense>> {
  const date = parseDate(input.date);
  if (!date.ok) return date;
  if (seen !== undefined) {
    const current = findActive(store.book, 'expense', seen.id);
    if (!current.ok) return current;
  }
  const kept = seen === undefined ? { currency: readBookSettings(store.book).currency } : withoutReceipt(seen.body);
  const body = withMarks({ ...kept, ...toBody(input) }, input);
  return saveOne(store, 'expenseSaved', seen, { type: 'expense', date: date.value, status: 'active', body });
}

/** Takes an expense out of the list; its receipt stays too. Errors: `record.notFound`, those of the write. */
export async function voidExpense(store: BookStore, id: string): Promise<Result<Expense>> {
  const expense = findActive(store.book, 'expense', id);
  return expense.ok ? voidOne(store, 'expenseVoided', expense.value) : expense;
}

function toBody({ label, category, amountCents, vatRatePpm, paidBy, receipt }: ExpenseInput) {
  const vatCents = taxIncludedIn(amountCents, vatRatePpm);
  const decided = { label: label.trim(), category, amountCents, vatRatePpm, vatCents, paidBy };
  return receipt === undefined ? decided : { ...decided, receipt };
}

function withoutReceipt({ receipt, ...kept }: Expense['body']) {
  return kept;
}
