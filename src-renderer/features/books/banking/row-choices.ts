import { suggestVatRate } from '../../../../shared/ledger/entry-amount.ts';
import type { ImportRow, ImportSuggestion } from '../../../../shared/banking/plan-import.ts';
import { isTakable, suggestEntry } from '../../../../shared/banking/plan-import.ts';
import type { LedgerCategory } from '../../../../shared/records/ledger-entry.ts';
import type { ChosenLine } from '../../../data/commands/books/import-bank-lines.ts';

/** What a person changed, by position of the row; a row that is not here stays as suggested. */
export type RowChoices = ReadonlyMap<number, RowChoice>;

export interface RowChoice {
  readonly isTicked?: boolean;
  readonly becomes?: ImportSuggestion;
}

/** New lines are taken unless unticked, doubtful ones only when ticked, those already there or of a closed month never. */
export function isTicked(row: ImportRow, choice: RowChoice | undefined): boolean {
  if (!isTakable(row)) return false;
  return choice?.isTicked ?? row.verdict === 'new';
}

export function becomesOf(row: ImportRow, choice: RowChoice | undefined): ImportSuggestion {
  return choice?.becomes ?? row.suggestion;
}

export function withChoice(choices: RowChoices, index: number, change: RowChoice): RowChoices {
  return new Map(choices).set(index, { ...choices.get(index), ...change });
}

export function withAllTicked(choices: RowChoices, indexes: readonly number[], isTickedNow: boolean): RowChoices {
  const next = new Map(choices);
  for (const index of indexes) next.set(index, { ...next.get(index), isTicked: isTickedNow });
  return next;
}

/** The line as an entry of a category a person chose: it needs no review then. */
export function asEntry(
  row: ImportRow,
  category: LedgerCategory,
  defaults: { readonly defaultVatRatePpm: number; readonly unlabelled: string },
): ImportSuggestion {
  const suggested = suggestEntry(row.line, row.amountCents, defaults);
  return {
    ...suggested,
    category,
    vatRatePpm: suggestVatRate(category, defaults.defaultVatRatePpm),
    needsReview: false,
  };
}

/** The same entry with a rate a person chose. */
export function withVatRate(becomes: ImportSuggestion, vatRatePpm: number): ImportSuggestion {
  return becomes.kind === 'ledgerEntry' ? { ...becomes, vatRatePpm, needsReview: false } : becomes;
}

export function chosenLines(rows: readonly ImportRow[], choices: RowChoices): ChosenLine[] {
  return rows.flatMap((row, index) => {
    const choice = choices.get(index);
    return isTicked(row, choice) ? [{ row, becomes: becomesOf(row, choice) }] : [];
  });
}
