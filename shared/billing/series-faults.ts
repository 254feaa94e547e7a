import type { RecordOf } from '../records/registry.ts';

/** At most so many missing numbers are named. */
const NAMED = 20;

/** Numbers of one series that no invoice has so far. */
export interface MissingNumbers {
  readonly series: string;
  /** How many. */
  readonly count: number;
  /** The first of them. */
  readonly sequences: readonly number[];
}

/** How the series of an activity with this code start in the year of an invoice, when this one is of another; else `undefined`. */
export function expectedSeries({ body, date }: RecordOf<'invoice'>, code: string): string | undefined {
  const year = date.slice(0, 4);
  const [letter, prefix = '', of, rest] = body.series.split('-');
  const isOwn = prefix.startsWith(code) && /^\d+$/.test(prefix.slice(code.length));
  return letter === 'F' && isOwn && of === year && rest === undefined ? undefined : `F-${code}…-${year}`;
}

/** Issued invoices by their number, for the numbers that were given more than once. */
export function listSameNumbers(issued: Iterable<RecordOf<'invoice'>>): ReadonlyMap<string, RecordOf<'invoice'>[]> {
  const byNumber = new Map<string, RecordOf<'invoice'>[]>();
  for (const invoice of issued) {
    if (invoice.status !== 'issued') continue;
    const { number } = invoice.body;
    byNumber.set(number, [...(byNumber.get(number) ?? []), invoice]);
  }
  return new Map([...byNumber].filter(([, invoices]) => invoices.length > 1));
}

/**
 * The numbers that are missing below the last one of each series. They may only be late: an invoice of another device that
 * did not exchange yet. Give invoices that only a conflict copy holds as well.
 */
export function listMissingNumbers(issued: Iterable<RecordOf<'invoice'>>): MissingNumbers[] {
  const given = new Map<string, Set<number>>();
  for (const { status, body } of issued) {
    if (status === 'issued') given.set(body.series, (given.get(body.series) ?? new Set()).add(body.sequence));
  }
  return [...given].flatMap(([series, numbers]): MissingNumbers[] => {
    const sequences: number[] = [];
    let [count, last] = [0, 0];
    for (const sequence of [...numbers].sort((one, other) => one - other)) {
      count += Math.max(0, sequence - last - 1);
      for (let missing = last + 1; missing < sequence && sequences.length < NAMED; missing += 1)
        sequences.push(missing);
      last = sequence;
    }
    return count === 0 ? [] : [{ series, count, sequences }];
  });
}
