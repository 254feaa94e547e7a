import type { LedgerCategory } from '../../../../shared/records/ledger-entry.ts';

/** What an entry may be, in the order in which a person chooses; the compiler asks for the place of a new one. */
export const LEDGER_CATEGORIES = Object.keys({
  sale: true,
  otherIncome: true,
  purchase: true,
  insurance: true,
  bankFee: true,
  otherCharge: true,
  transfer: true,
} satisfies Record<LedgerCategory, true>) as readonly LedgerCategory[]; // exactly these
