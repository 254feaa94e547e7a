import { appError } from '../../../../shared/core/errors.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { Language } from '../../../../shared/money/format.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { ExpenseBody, ReceiptManifest } from '../../../../shared/records/expense.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { ExpenseInput } from '../../../data/commands/books/save-expense.ts';
import type { DraftProblem, MovementDraft } from '../pieces/movement-draft.ts';
import { readMovement } from '../pieces/movement-draft.ts';

/** What stands in the fields of an expense. */
export interface ExpenseDraft extends MovementDraft {
  readonly category: ExpenseBody['category'];
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

/** What the draft says, or the first field to mend. An expense is never negative. */
export function readDraft(draft: ExpenseDraft, decimals: number): ExpenseInput | DraftProblem {
  const { amountText: _, ...fields } = draft;
  const amountCents = readMovement(draft, (text) => {
    const amount = parseAmount(text, decimals);
    return amount.ok && amount.value <= 0 ? fail(appError('amount.invalid', 'an expense is above zero')) : amount;
  });
  return typeof amountCents === 'number' ? { ...fields, amountCents } : amountCents;
}
