import { readEntryAmount, suggestVatRate, writeEntryAmount } from '../../../../shared/ledger/entry-amount.ts';
import type { Language } from '../../../../shared/money/format.ts';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import type { LedgerCategory } from '../../../../shared/records/ledger-entry.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { EntryInput } from '../../../data/commands/books/save-entry.ts';
import { LEDGER_CATEGORIES } from '../pieces/ledger-categories.ts';
import type { DraftProblem, MovementDraft } from '../pieces/movement-draft.ts';
import { readMovement } from '../pieces/movement-draft.ts';

/** What stands in the fields of an entry. */
export interface EntryDraft extends MovementDraft {
  readonly category: LedgerCategory;
  /** The rate was chosen by a person: another category does not change it. */
  readonly isRateChosen: boolean;
  readonly givesContributionBack: boolean;
  readonly isInternal: boolean;
}

const NO_MARKS = { givesContributionBack: false, isInternal: false } as const;

export function startDraft(date: string, defaultVatRatePpm: number): EntryDraft {
  const category = 'sale';
  const vatRatePpm = suggestVatRate(category, defaultVatRatePpm);
  return { date, label: '', category, amountText: '', vatRatePpm, isRateChosen: false, ...NO_MARKS };
}

/** What a list of choices does not offer stands as its first item, as the screen shows it: saving then mends it. */
export function draftOf(entry: RecordOf<'ledgerEntry'>, decimals: number, language: Language): EntryDraft {
  const category = LEDGER_CATEGORIES.find((known) => known === entry.body.category) ?? 'sale';
  const { label, amountCents, vatRatePpm, givesContributionBack = false, isInternal = false } = entry.body;
  const amountText = writeEntryAmount(amountCents, category, decimals, language);
  const marks = { givesContributionBack, isInternal };
  return { date: entry.date, label, category, amountText, vatRatePpm, isRateChosen: true, ...marks };
}

/** The draft for the next entry of a pile: same day and category. */
export function nextDraft(saved: EntryDraft): EntryDraft {
  return { ...saved, label: '', amountText: '', ...NO_MARKS };
}

export function withCategory(draft: EntryDraft, category: LedgerCategory, defaultVatRatePpm: number): EntryDraft {
  const vatRatePpm = draft.isRateChosen ? draft.vatRatePpm : suggestVatRate(category, defaultVatRatePpm);
  return { ...draft, category, vatRatePpm };
}

/** What the draft says, or the first field to mend. */
export function readDraft(draft: EntryDraft, decimals: number): EntryInput | DraftProblem {
  const { date, label, category, vatRatePpm } = draft;
  const amountCents = readMovement(draft, (text) => readEntryAmount(text, category, decimals));
  if (typeof amountCents !== 'number') return amountCents;
  const givesContributionBack = draft.givesContributionBack && isCharge(category);
  const isInternal = draft.isInternal && category === 'sale';
  return { date, label, category, amountCents, vatRatePpm, givesContributionBack, isInternal };
}

/** Whether a movement takes from the account: what may give the contribution back. */
function isCharge(category: LedgerCategory): boolean {
  return category !== 'sale' && category !== 'otherIncome' && category !== 'transfer';
}

/** The mark this movement may carry under a rule, or carries already. */
export function markOf(
  draft: EntryDraft,
  rule: ContributionRule | undefined,
): 'givesContributionBack' | 'isInternal' | undefined {
  if (draft.category === 'sale') {
    return rule?.internalRatePpm !== undefined || draft.isInternal ? 'isInternal' : undefined;
  }
  if (!isCharge(draft.category)) return undefined;
  return rule?.givesBackFlaggedPurchases === true || draft.givesContributionBack ? 'givesContributionBack' : undefined;
}
