import { addMonths, firstDay, lastDay, monthOf } from '../../../../shared/time/month.ts';

/** The period the ledger shows. `start` is the first month, `YYYY-MM`; empty dates of a range are open. */
export type LedgerPeriod =
  | { readonly kind: 'all' }
  | { readonly kind: 'month' | 'quarter' | 'year'; readonly start: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

export type SteppedKind = 'month' | 'quarter' | 'year';

const MONTHS: Readonly<Record<SteppedKind, number>> = { month: 1, quarter: 3, year: 12 };

/** The period of a kind that holds `today`; a range is the current year so far. */
export function periodAround(kind: LedgerPeriod['kind'], today: string): LedgerPeriod {
  if (kind === 'all') return { kind };
  if (kind === 'range') return { kind, from: `${today.slice(0, 4)}-01-01`, to: today };
  const month = Number(today.slice(5, 7)) - 1;
  return { kind, start: addMonths(monthOf(today), -(month % MONTHS[kind])) };
}

/** The period before (-1) or after (1); a range and everything do not move. */
export function stepPeriod(period: LedgerPeriod, steps: number): LedgerPeriod {
  if (period.kind === 'all' || period.kind === 'range') return period;
  return { ...period, start: addMonths(period.start, steps * MONTHS[period.kind]) };
}

/** First and last day, both included; a bound left out is open. */
export function periodBounds(period: LedgerPeriod): { readonly fromDate?: string; readonly toDate?: string } {
  if (period.kind === 'all') return {};
  if (period.kind === 'range') {
    return {
      ...(period.from === '' ? {} : { fromDate: period.from }),
      ...(period.to === '' ? {} : { toDate: period.to }),
    };
  }
  return { fromDate: firstDay(period.start), toDate: lastDay(addMonths(period.start, MONTHS[period.kind] - 1)) };
}

/** Number of the quarter that starts with a month: 1 to 4. */
export function quarterOf(start: string): number {
  return Math.ceil(Number(start.slice(5, 7)) / 3);
}
