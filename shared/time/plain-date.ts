import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Checks an ISO date `YYYY-MM-DD` of the Gregorian calendar, years 1900 to 2199. Error: `date.invalid`. */
export function parseDate(text: string): Result<string> {
  return isPlainDate(text) ? ok(text) : fail(appError('date.invalid', `not a date: ${text}`, { text }));
}

/** Whether the text is a real ISO date `YYYY-MM-DD`, years 1900 to 2199. */
export function isPlainDate(text: string): boolean {
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = splitDate(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 30);
}

/** Days since 1970-01-01, negative before. */
export function toEpochDay(date: string): number {
  const [year, month, day] = splitDate(date);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The date `days` days after `date` (before it when negative). */
export function addDays(date: string, days: number): string {
  return new Date((toEpochDay(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: string): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week of a date. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

/** ISO 8601 week of a date: `{ year, week }`, the year being the week's own. */
export function isoWeek(date: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor((toEpochDay(thursday) - toEpochDay(`${String(year)}-01-01`)) / 7) + 1 };
}

function splitDate(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
