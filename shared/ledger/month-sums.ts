import { monthOf } from '../time/month.ts';
import type { Movement, MovementKind } from './movement.ts';

/** What the movements of one month come to, signed, in minor units; the marked parts stand beside the whole. */
export type MonthSum = Record<MovementKind | MarkedPart, number>;

type MarkedPart = 'internalCollected' | 'internalInvoiced' | 'purchases' | 'flagged' | 'flaggedPurchases';

export function emptyMonthSum(): MonthSum {
  return {
    collected: 0,
    invoiced: 0,
    otherIncome: 0,
    charge: 0,
    pay: 0,
    internalCollected: 0,
    internalInvoiced: 0,
    purchases: 0,
    flagged: 0,
    flaggedPurchases: 0,
  };
}

/** Sums the movements of each month between two dates, both included. */
export function sumByMonth(movements: readonly Movement[], from: string, to: string): Map<string, MonthSum> {
  const sums = new Map<string, MonthSum>();
  for (const movement of movements) {
    if (movement.date < from || movement.date > to) continue;
    const month = monthOf(movement.date);
    const sum = sums.get(month) ?? emptyMonthSum();
    addMovement(sum, movement);
    sums.set(month, sum);
  }
  return sums;
}

function addMovement(sum: MonthSum, movement: Movement): void {
  const { kind, amountCents, isInternal, isPurchase, givesBack } = movement;
  sum[kind] += amountCents;
  if (isInternal === true && kind === 'collected') sum.internalCollected += amountCents;
  if (isInternal === true && kind === 'invoiced') sum.internalInvoiced += amountCents;
  if (isPurchase === true) sum.purchases += amountCents;
  if (givesBack === true) sum.flagged += amountCents;
  if (isPurchase === true && givesBack === true) sum.flaggedPurchases += amountCents;
}
