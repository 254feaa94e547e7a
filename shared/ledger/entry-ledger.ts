import type { RecordOf } from '../records/registry.ts';
import type { LedgerRules } from './ledger-rules.ts';
import type { Effect } from './movement.ts';

/** An entry of the ledger. */
export const entryLedger: LedgerRules<'ledgerEntry'> = {
  effects,
  row: ({ body }) => ({
    kind: body.category,
    label: body.label,
    ...(body.counterparty !== undefined && { counterparty: body.counterparty }),
    currency: body.currency,
    amountCents: body.amountCents,
    vatCents: body.vatCents,
    needsReview: body.needsReview === true,
  }),
};

function effects({ body }: RecordOf<'ledgerEntry'>): readonly Effect[] {
  const amountCents = body.amountCents - body.vatCents;
  const isInternal = body.isInternal === true;
  switch (body.category) {
    case 'sale':
      // A direct sale is paid on the spot: invoiced and collected at once.
      return [
        { kind: 'collected', amountCents, isInternal },
        { kind: 'invoiced', amountCents, isInternal },
      ];
    case 'otherIncome':
      return [{ kind: 'otherIncome', amountCents }];
    case 'transfer':
      return [];
    default: {
      const isPurchase = body.category === 'purchase';
      return [{ kind: 'charge', amountCents, isPurchase, givesBack: body.givesContributionBack === true }];
    }
  }
}
