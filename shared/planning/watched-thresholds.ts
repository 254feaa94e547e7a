import type { WatchedThreshold } from '../records/pay-plan.ts';
import type { PayAmounts } from './pay-amounts.ts';

/** A watched limit that pays go beyond in one period. */
export interface PassedThreshold {
  readonly threshold: WatchedThreshold;
  /** `2026-03`, `2026-T1` for a calendar quarter, `2026`. */
  readonly period: string;
  readonly sumCents: number;
}

/** Limits passed in the periods that `fromMonth` or a later month is part of, in the order of the limits, then of time. */
export function listPassedThresholds(
  watched: readonly WatchedThreshold[],
  pays: readonly PayAmounts[],
  fromMonth: string,
): readonly PassedThreshold[] {
  return watched.flatMap((threshold) => {
    const { measure, per, amountCents } = threshold;
    const sums = new Map<string, number>();
    for (const pay of pays) {
      const period = periodOf(pay.month, per);
      sums.set(period, (sums.get(period) ?? 0) + pay[measure]);
    }
    const first = periodOf(fromMonth, per);
    return [...sums]
      .filter(([period, sumCents]) => period >= first && sumCents > amountCents)
      .map(([period, sumCents]) => ({ threshold, period, sumCents }));
  });
}

function periodOf(month: string, per: WatchedThreshold['per']): string {
  const year = month.slice(0, 4);
  if (per === 'month') return month;
  return per === 'year' ? year : `${year}-T${String(Math.ceil(Number(month.slice(5)) / 3))}`;
}
