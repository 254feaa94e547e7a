import type { AnyRecord } from '../records/envelope.ts';

/**
 * Whether the amounts of a record are in the currency of its book: nothing is ever added one to one across currencies. What
 * names no currency (a pay of the French payroll) is in the book's; a bank line of another one was converted when it was read.
 */
export function isInCurrency({ body }: AnyRecord, currency: string): boolean {
  return body['currency'] === undefined || body['currency'] === currency;
}
