import type { AnyRecord } from '../records/envelope.ts';
import { isOfType } from '../records/registry.ts';

/**
 * By how much, in minor units, the balance a device saw at an instant may differ from the book's: the sum of the sizes of
 * everything another device wrote, which may not have been on this one yet, and of what changed after that instant. A change
 * of after `lastDay`, which is still to come, is one that somebody made up.
 */
export function explainedCents(records: readonly AnyRecord[], device: string, at: string, lastDay: string): number {
  let sum = 0;
  for (const record of records) {
    const isForeign = record.createdBy.device !== device || record.updatedBy.device !== device;
    const isLater = record.updatedAt > at && record.updatedAt.slice(0, lastDay.length) <= lastDay;
    if (isForeign || isLater) sum += sizeOf(record);
  }
  return sum;
}

function sizeOf(record: AnyRecord): number {
  if (isOfType(record, 'ledgerEntry') || isOfType(record, 'expense') || isOfType(record, 'payment')) {
    return Math.abs(record.body.amountCents);
  }
  if (isOfType(record, 'invoice')) return record.status === 'issued' ? Math.abs(record.body.totals.grossCents) : 0;
  if (isOfType(record, 'salaryStatement')) return Math.abs(record.body.totals.totalCostCents);
  return isOfType(record, 'abroadPay') ? record.body.input.budgetMinor : 0;
}
