import { vatRatesOn } from '../../../../shared/billing/vat-rates.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Language } from '../../../../shared/money/format.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { ExpenseBody, ReceiptManifest } from '../../../../shared/records/expense.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import type { ExpenseInput } from '../../../data/commands/books/save-expense.ts';

/** What stands in the fields of an expense. */
export interface ExpenseDraft {
  readonly date: string;
  readonly label: string;
  readonly category: ExpenseBody['category'];
  readonly amountText: string;
  readonly vatRatePpm: number;
  readonly paidBy: ExpenseBody['paidBy'];
  readonly receipt: ReceiptManifest | undefined;
  readonly givesContributionBack: boolean;
}

export const EXPENSE_CATEGORIES: readonly ExpenseBody['category'][] = [
  'travel',
  'meals',
  'supplies',
  'equipment',
  'telecom',
  'training',
  'other',
];

export interface DraftProblem {
  readonly field: 'date' | 'label' | 'amount';
  /** Left out when the field is only empty. */
  readonly error?: AppError;
}

export function startDraft(date: string, defaultVatRatePpm: number): ExpenseDraft {
  const common = { label: '', amountText: '', receipt: undefined, givesContributionBack: false };
  return { ...common, date, category: 'travel', vatRatePpm: defaultVatRatePpm, paidBy: 'member' };
}

/** What a list of choices does not offer stands as its first item, as the screen shows it: saving then mends it. */
export function draftOf({ date, body }: RecordOf<'expense'>, decimals: number, language: Language): ExpenseDraft {
  const category = EXPENSE_CATEGORIES.find((known) => known === body.category) ?? 'travel';
  const { label, amountCents, vatRatePpm, paidBy, receipt, givesContributionBack = false } = body;
  const amountText = formatMinor(amountCents, decimals, language);
  return { date, label, category, amountText, vatRatePpm, paidBy, receipt, givesContributionBack };
}

/** The draft for the next expense: same day, category and payer. */
export function nextDraft(saved: ExpenseDraft): ExpenseDraft {
  return { ...saved, label: '', amountText: '', receipt: undefined, givesContributionBack: false };
}

export function ratesFor(draft: ExpenseDraft, defaultVatRatePpm: number): readonly number[] {
  return [...new Set([...vatRatesOn(draft.date), defaultVatRatePpm, draft.vatRatePpm, 0])].sort((a, b) => b - a);
}

/** What the draft says, or the first field to mend. An expense is never negative. */
export function readDraft(draft: ExpenseDraft, decimals: number): ExpenseInput | DraftProblem {
  const { amountText, ...fields } = draft;
  if (!isPlainDate(draft.date)) return { field: 'date', error: appError('date.invalid', 'no such date') };
  if (draft.label.trim() === '') return { field: 'label' };
  if (amountText.trim() === '') return { field: 'amount' };
  const amount = parseAmount(amountText, decimals);
  if (!amount.ok) return { field: 'amount', error: amount.error };
  if (amount.value <= 0) return { field: 'amount', error: appError('amount.invalid', 'an expense is above zero') };
  return { ...fields, amountCents: amount.value };
}

export function isProblem(read: ExpenseInput | DraftProblem): read is DraftProblem {
  return 'field' in read;
}
