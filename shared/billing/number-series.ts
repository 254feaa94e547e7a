import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';

/** The next number of a device's own series. */
export interface NextNumber {
  readonly number: string;
  readonly series: string;
  readonly sequence: number;
}

/**
 * The series of one activity on one device in one year, for example `F-AB1-2026`: offline devices cannot share a counter,
 * and distinct series are allowed when the conditions of the activity justify it (art. 242 nonies A I-7 ann. II CGI).
 */
export function seriesName(devicePrefix: string, issueDate: string): string {
  return `F-${devicePrefix}-${issueDate.slice(0, 4)}`;
}

/** Whether number, series and sequence of an invoice belong together and to the year of its date. */
export function isNumberOf({ number, series, sequence }: NextNumber, issueDate: string): boolean {
  const year = issueDate.slice(0, 4);
  return sequence > 0 && numberIn(series, sequence) === number && new RegExp(`^F-[A-Z0-9]{1,12}-${year}$`).test(series);
}

function numberIn(series: string, sequence: number): string {
  return `${series}-${String(sequence).padStart(4, '0')}`;
}

/** The date of the last invoice issued on a device, in any year; `''` before the first. */
export function lastIssueDate(issued: Iterable<RecordOf<'invoice'>>, devicePrefix: string): string {
  let last = '';
  for (const invoice of issued) if (isOfDevice(invoice, devicePrefix) && invoice.date > last) last = invoice.date;
  return last;
}

/**
 * The number to give at issue: the next of the series, without a gap. Refuses a date before the last one issued on the
 * device, because numbers follow the dates (a clock that went back, a year reopened). Error: `billing.dateBeforeSeries`.
 */
export function nextInvoiceNumber(
  issued: Iterable<RecordOf<'invoice'>>,
  devicePrefix: string,
  issueDate: string,
): Result<NextNumber> {
  const invoices = [...issued];
  const series = seriesName(devicePrefix, issueDate);
  const lastDate = lastIssueDate(invoices, devicePrefix);
  if (issueDate < lastDate) {
    return fail(appError('billing.dateBeforeSeries', `series ${series} already has ${lastDate}`, { lastDate }));
  }
  const numbered = invoices.filter((invoice) => invoice.status === 'issued' && invoice.body.series === series);
  const sequence = numbered.reduce((last, invoice) => Math.max(last, invoice.body.sequence), 0) + 1;
  return ok({ series, sequence, number: numberIn(series, sequence) });
}

function isOfDevice(invoice: RecordOf<'invoice'>, devicePrefix: string): boolean {
  return invoice.status === 'issued' && invoice.body.series.startsWith(`F-${devicePrefix}-`);
}
