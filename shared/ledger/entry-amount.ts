import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { Language } from '../money/format.ts';
import { formatMinor } from '../money/format.ts';
import { parseAmount } from '../money/parse.ts';
import type { LedgerCategory } from '../records/ledger-entry.ts';

const INCOME: readonly LedgerCategory[] = ['sale', 'otherIncome'];
/** Fees and insurance are mostly exempt (art. 261 C CGI); other income and own transfers bear no VAT of their own. */
const WITHOUT_VAT: readonly LedgerCategory[] = ['otherIncome', 'insurance', 'bankFee', 'transfer'];

/**
 * Signed minor units of what a person types for an entry: without a sign the category gives it (a sale comes in, a purchase
 * goes out, a transfer goes out); a typed `+` or `-` stands, so that a refund can be noted. Errors of {@link parseAmount}.
 */
export function readEntryAmount(text: string, category: LedgerCategory, decimals: number): Result<number> {
  const typed = text.replace('−', '-');
  const amount = parseAmount(typed, decimals);
  if (!amount.ok || /[+-]/.test(typed) || isIncome(category)) return amount;
  return ok(amount.value === 0 ? 0 : -amount.value);
}

/** The text that {@link readEntryAmount} reads back as this amount: without a sign when the category gives it. */
export function writeEntryAmount(
  amountCents: number,
  category: LedgerCategory,
  decimals: number,
  language: Language,
): string {
  const size = formatMinor(Math.abs(amountCents), decimals, language).replace(/[\u202f,](?=\d{3})/g, '');
  if (isIncome(category)) return amountCents >= 0 ? size : `-${size}`;
  return amountCents <= 0 ? size : `+${size}`;
}

/** The VAT rate offered for a category: the activity's own rate, or none where VAT is rare. */
export function suggestVatRate(category: LedgerCategory, defaultVatRatePpm: number): number {
  return WITHOUT_VAT.includes(category) ? 0 : defaultVatRatePpm;
}

function isIncome(category: LedgerCategory): boolean {
  return INCOME.includes(category);
}
