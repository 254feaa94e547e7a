import type { LedgerRowKind } from '../../../shared/ledger/ledger-rules.ts';

export const ledgerKinds: Record<LedgerRowKind, string> = {
  sale: 'Sale',
  otherIncome: 'Other income',
  purchase: 'Purchase',
  insurance: 'Insurance',
  bankFee: 'Bank fee',
  otherCharge: 'Other charge',
  transfer: 'Transfer',
  expense: 'Expense',
  payment: 'Payment received',
  salary: 'Salary',
};
