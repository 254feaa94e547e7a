import type { AnyRecord } from '../records/envelope.ts';
import { isOfType } from '../records/registry.ts';

/** What a member paid out of their own pocket from a date on and gets back, including VAT, in minor units. */
export function advancedExpensesSince(records: Iterable<AnyRecord>, since: string): number {
  let sum = 0;
  for (const record of records) {
    if (!isOfType(record, 'expense') || record.status !== 'active' || record.date < since) continue;
    if (record.body.paidBy === 'member') sum += record.body.amountCents;
  }
  return sum;
}
