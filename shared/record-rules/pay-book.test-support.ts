import type { AnyPay } from '../pay/counted-pay.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { cooperative, settingsFor } from '../testing/pay-books.ts';
import type { AcceptedBefore, BookFacts } from './pay-book-figures.ts';
import { comparePayWithBook, listCompared, NOT_YET_ACCEPTED } from './pay-book-figures.ts';

export const ACTIVITY = '01HK153X0173FHWT6W4MS9X6BE';
export const settings = settingsFor(ACTIVITY);

/** What the pays of a book are compared with; the server's day is the last of 2026. */
export function factsOf(records: readonly AnyRecord[], change: Partial<BookFacts> = {}): BookFacts {
  return {
    settings,
    cooperative,
    records,
    versions: PAYROLL_PARAMETERS,
    today: '2026-12-31',
    arrivals: new Map(),
    doubted: new Set(),
    compared: listCompared(records, change.arrivals ?? new Map()),
    ...change,
  };
}

/** Where a pay differs from its book. */
export function pathsOf(pay: AnyPay, facts: BookFacts, accepted = NOT_YET_ACCEPTED): string[] {
  return comparePayWithBook(pay, facts, accepted).differences.map(({ path }) => path);
}

/** An instant of a day. */
export const at = (day: string, time = '09:00'): string => `${day}T${time}:00.000Z`;

/** The account a pay names was found right before, what it was computed from was not. */
export const ACCOUNT_ACCEPTED: AcceptedBefore = { account: true, input: false };
