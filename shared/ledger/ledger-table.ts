import type { CountedType, RecordOf } from '../records/registry.ts';
import { entryLedger } from './entry-ledger.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { paymentLedger } from './payment-ledger.ts';
import { salaryLedger } from './salary-ledger.ts';

/** Every type that counts: what it does to the account, what it says in the ledger. */
const LEDGER: { readonly [T in CountedType]: LedgerRules<T> } = {
  abroadPay: {
    effects: ({ body }) => [{ kind: 'pay', amountCents: 0 - body.input.budgetMinor }],
    row: ({ body }) => ({
      kind: 'salary',
      label: body.input.period,
      currency: body.currency,
      amountCents: 0 - body.input.budgetMinor,
      vatCents: 0,
    }),
  },
  expense: {
    effects: ({ body }) => [
      {
        kind: 'charge',
        amountCents: body.vatCents - body.amountCents,
        givesBack: body.givesContributionBack === true,
      },
    ],
    row: ({ body }) => ({
      kind: 'expense',
      label: body.label,
      currency: body.currency,
      amountCents: 0 - body.amountCents,
      vatCents: 0 - body.vatCents,
    }),
  },
  invoice: {
    effects: ({ body }) => [
      { kind: 'invoiced', amountCents: body.totals.netCents, isInternal: body.customer?.isInternal === true },
    ],
    // The ledger shows the money: its payments.
    row: () => undefined,
  },
  ledgerEntry: entryLedger,
  payment: paymentLedger,
  salaryStatement: salaryLedger,
};

/** What the type of a record does in the account and the ledger. */
export function ledgerOf({ type }: RecordOf<CountedType>): LedgerRules<CountedType> {
  return LEDGER[type] as unknown as LedgerRules<CountedType>;
}
