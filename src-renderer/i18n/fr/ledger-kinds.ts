import type { LedgerRowKind } from '../../../shared/ledger/ledger-rules.ts';

/** What a row of the ledger is called, for members and the support team. */
export const ledgerKinds = {
  sale: 'Vente',
  otherIncome: 'Autre recette',
  purchase: 'Achat',
  insurance: 'Assurance',
  bankFee: 'Frais bancaires',
  otherCharge: 'Autre charge',
  transfer: 'Transfert',
  expense: 'Frais',
  payment: 'Encaissement',
  salary: 'Salaire',
} as const satisfies Record<LedgerRowKind, string>;
