import { daysInMonth } from './plain-date.ts';

/** The month `YYYY-MM` of an ISO date. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Whether the text is a month `YYYY-MM`, years 1900 to 2199. */
export function isMonth(text: string): boolean {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** First day of a month. */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** Last day of a month. */
export function lastDay(month: string): string {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** The month `count` months after `month` (before it when negative). */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/**
 * All months from `first` to `last`, both included; empty when `last` is before `first`, or when one of them is no month: a
 * stored record that says otherwise must not make a list without end.
 */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  if (!isMonth(first) || !isMonth(last)) return months;
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
