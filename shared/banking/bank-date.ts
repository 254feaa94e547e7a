import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isPlainDate } from '../time/plain-date.ts';

/** Order of the parts of a date with separators: day first as in France, or month first. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/**
 * ISO date of what a bank file holds: `20130831165153.000[-8:PST]`, `2026-03-01`, `01/03/2026`, `1.3.26`, `01-03-2026 10:12`.
 * The day is the one written: time and zone are left out. Two-digit years are of this century. Error: `date.invalid`.
 */
export function readBankDate(text: string, order: DateOrder = 'dayFirst'): Result<string> {
  const trimmed = text.trim();
  const date = readCompact(trimmed) ?? readYearFirst(trimmed) ?? readSeparated(trimmed, order);
  if (date !== undefined && isPlainDate(date)) return ok(date);
  return fail(appError('date.invalid', `not a date: ${text}`, { text: text.slice(0, 100) }));
}

/**
 * Which of day and month comes first in a column of dates: month first only when at least one date says so and none
 * says the contrary.
 */
export function guessDateOrder(texts: Iterable<string>): DateOrder {
  let saysMonthFirst = false;
  for (const text of texts) {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(text.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) return 'dayFirst';
    if (Number(match[2]) > 12) saysMonthFirst = true;
  }
  return saysMonthFirst ? 'monthFirst' : 'dayFirst';
}

function readCompact(text: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:\d{0,6}(?:[.,]\d+)?\s*(?:\[.*\]?)?)$/.exec(text);
  return match ? `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}` : undefined;
}

function readYearFirst(text: string): string | undefined {
  const match = /^(\d{4})[/.-](\d\d?)[/.-](\d\d?)(?:[T\s].*)?$/.exec(text);
  return match ? `${match[1] ?? ''}-${pad(match[2])}-${pad(match[3])}` : undefined;
}

function readSeparated(text: string, order: DateOrder): string | undefined {
  const match = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?:[T\s].*)?$/.exec(text);
  if (!match) return undefined;
  const [, first, second, year = ''] = match;
  const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
  return `${year.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`;
}

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
