import { vatRatesOn } from '../../../../shared/billing/vat-rates.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';

/** What stands in the fields that entries and expenses have in common. */
export interface MovementDraft {
  readonly date: string;
  readonly label: string;
  readonly amountText: string;
  readonly vatRatePpm: number;
}

/** Which field keeps a draft from being saved. */
export interface DraftProblem {
  readonly field: 'date' | 'label' | 'amount';
  /** Left out when the field is only empty. */
  readonly error?: AppError;
}

/** The amount of a draft in minor units, or the first field to mend. `readAmount` is asked for what is typed, when something is. */
export function readMovement(
  { date, label, amountText }: MovementDraft,
  readAmount: (text: string) => Result<number>,
): number | DraftProblem {
  if (!isPlainDate(date)) return { field: 'date', error: appError('date.invalid', 'no such date') };
  if (label.trim() === '') return { field: 'label' };
  if (amountText.trim() === '') return { field: 'amount' };
  const amount = readAmount(amountText);
  return amount.ok ? amount.value : { field: 'amount', error: amount.error };
}

export function isProblem(read: unknown): read is DraftProblem {
  return typeof read === 'object' && read !== null && 'field' in read;
}

/** The rates to choose from: those in force, the activity's own, and the one that stands. */
export function ratesFor({ date, vatRatePpm }: MovementDraft, defaultVatRatePpm: number): readonly number[] {
  return [...new Set([...vatRatesOn(date), defaultVatRatePpm, vatRatePpm, 0])].sort((a, b) => b - a);
}
