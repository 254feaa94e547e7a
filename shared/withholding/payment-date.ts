import type { PayDay } from '../records/net-pay.ts';
import type { PayHistory } from '../records/pay-history.ts';
import { addMonths, firstDay, lastDay } from '../time/month.ts';

/** When a pay reaches its person. `date`: on which the rate in force is looked for. */
export interface PaymentDate {
  /**
   * `paid`: it left. `planned`: the cooperative's day. `passed`: that day is over, and today stands in. `undecided`: it said
   * none, and the last day of the month stands in, or today after it.
   */
  readonly kind: 'paid' | 'planned' | 'passed' | 'undecided';
  readonly date: string;
  /** The cooperative's day where it is over. */
  readonly plannedDate?: string;
}

/** When the pay of a month (`YYYY-MM`) leaves, as its steps or the cooperative's day tell. */
export function paymentDateOf(
  period: string,
  history: PayHistory,
  payDays: readonly PayDay[],
  today: string,
): PaymentDate {
  const paid = history.findLast(({ status }) => status === 'paid');
  if (paid !== undefined) return { kind: 'paid', date: paid.at.slice(0, 10) };
  const end = lastDay(period);
  const rule = payDays
    .filter(({ from }) => from <= end)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (rule === undefined) return { kind: 'undecided', date: end < today ? today : end };
  const month = rule.isNextMonth ? addMonths(period, 1) : period;
  const day = `${firstDay(month).slice(0, 8)}${String(rule.day).padStart(2, '0')}`;
  const date = day < lastDay(month) ? day : lastDay(month);
  return date < today ? { kind: 'passed', date: today, plannedDate: date } : { kind: 'planned', date };
}
