import type { RecordOf } from '../records/registry.ts';
import { monthOf } from '../time/month.ts';

/** The expenses of one month with their totals, in minor units of one currency. */
export interface ExpenseMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Newest first. */
  readonly expenses: readonly RecordOf<'expense'>[];
  /** Including VAT. */
  readonly totalCents: number;
  readonly vatCents: number;
  /** Part that the member paid and gets back, including VAT. */
  readonly toRefundCents: number;
  /** Expenses in another currency than the book's: listed, never added. */
  readonly otherCurrencyCount: number;
}

/** Groups the active expenses by month, newest month first. Sums of integers: nothing is rounded. */
export function listExpenseMonths(expenses: Iterable<RecordOf<'expense'>>, currency: string): ExpenseMonth[] {
  const byMonth = new Map<string, RecordOf<'expense'>[]>();
  for (const expense of expenses) {
    if (expense.status !== 'active') continue;
    const found = byMonth.get(monthOf(expense.date));
    if (found === undefined) byMonth.set(monthOf(expense.date), [expense]);
    else found.push(expense);
  }
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, found]) => {
      const own = found.filter((expense) => expense.body.currency === currency);
      return {
        month,
        expenses: found.toSorted((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? 1 : -1)),
        totalCents: own.reduce((sum, { body }) => sum + body.amountCents, 0),
        vatCents: own.reduce((sum, { body }) => sum + body.vatCents, 0),
        toRefundCents: own.reduce((sum, { body }) => sum + (body.paidBy === 'member' ? body.amountCents : 0), 0),
        otherCurrencyCount: found.length - own.length,
      };
    });
}
