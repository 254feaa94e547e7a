import { taxIncludedIn } from '../money/rate.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Difference } from './difference.ts';
import { listDifferences } from './difference.ts';

/** The VAT contained in the amount of an entry or an expense, recomputed from its rate. */
export function findPriceDifferences({ body }: RecordOf<'ledgerEntry'> | RecordOf<'expense'>): Difference[] {
  return listDifferences('body.vatCents', taxIncludedIn(body.amountCents, body.vatRatePpm), body.vatCents);
}
