import type { Clock } from '../../shared/core/ports.ts';
import { DatabaseAway } from '../couch/database-outage.ts';
import type { BookPace } from './book-pace.ts';
import { openBookPace } from './book-pace.ts';
import type { BookQueue, Rest } from './book-queue.ts';
import { openBookQueue } from './book-queue.ts';
import type { BookBehind } from '../../shared/network/book-behind.ts';
import { openBooksBehind } from './books-behind.ts';

const MOST_NOISE = 5;

/** Between a failure and the next try, and how long it becomes. */
export const FIRST_PAUSE_MS = 500;
export const LONGEST_PAUSE_MS = 30_000;

export interface FailingBook {
  readonly book: string;
  readonly reason: string;
}

/** One kind of work on books: in turn, at the pace that each may have, and where it fails said and tried again by itself. */
export interface BookWork extends BookQueue {
  /** Does it now; a failure is kept until it is done. Returns whether it was. */
  readonly attempt: (book: string, work: () => Promise<void>) => Promise<boolean>;
  readonly failing: () => readonly FailingBook[];
  /** Books whose work is late, and since when. */
  readonly behind: () => readonly BookBehind[];
}

export interface BookWorkOptions {
  /** As the log names it: `consolidation`. */
  readonly what: string;
  /** What it does not measure costs no pace. */
  readonly work: (book: string, measure: BookPace['measure']) => Promise<void>;
  readonly atOnce: number;
  /** A book is worked on when nobody has named it for so long; one that is named all the time waits five times as long. */
  readonly quietMs?: number;
  readonly isStopping: () => boolean;
  readonly logAgain: (work: string, error: unknown) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly clock: Clock;
}

export function openBookWork(options: BookWorkOptions): BookWork {
  const { what, work, atOnce, quietMs = 0, isStopping, logAgain, pause, clock } = options;
  const [pace, behind] = [openBookPace(), openBooksBehind(clock)];
  const named = new Map<string, { readonly first: number; readonly last: number }>();
  const failing = new Map<string, { readonly reason: string; readonly tries: number }>();

  const attempt: BookWork['attempt'] = async (book, once) => {
    try {
      if (!isStopping()) await once();
      failing.delete(book);
      return true;
    } catch (error) {
      // What is stopping was not refused.
      if (isStopping()) return true;
      logAgain(`${what} of ${book}`, error);
      failing.set(book, { reason: reasonOf(error), tries: (failing.get(book)?.tries ?? 0) + 1 });
      return false;
    }
  };
  const pauseOf = (book: string): number => {
    const again = Math.min(10, (failing.get(book)?.tries ?? 1) - 1);
    return Math.min(FIRST_PAUSE_MS * 2 ** again, LONGEST_PAUSE_MS);
  };
  /** Milliseconds until a book has been quiet for long enough. */
  const noiseOf = (book: string): number => {
    const times = named.get(book);
    if (times === undefined || isStopping()) return 0;
    return Math.min(times.last + quietMs, times.first + MOST_NOISE * quietMs) - performance.now();
  };
  const workOn = async (book: string): Promise<Rest> => {
    const noiseMs = noiseOf(book);
    if (noiseMs > 0) return { pauseMs: noiseMs, isUnfinished: true };
    named.delete(book);
    behind.begin(book);
    const isDone = await attempt(book, () => work(book, pace.measure));
    behind.end(book, isDone);
    if (!isDone) return { pauseMs: pauseOf(book), isUnfinished: true };
    return { pauseMs: pace.restOf(book), isUnfinished: false };
  };
  const queue = openBookQueue(workOn, atOnce, pause);
  return {
    ...queue,
    add: (book) => {
      const at = performance.now();
      named.set(book, { first: named.get(book)?.first ?? at, last: at });
      behind.named(book);
      queue.add(book);
    },
    attempt,
    failing: () => [...failing].map(([book, { reason }]) => ({ book, reason })),
    behind: () => behind.list((book) => failing.has(book)),
  };
}

/** Says what failed; an outage of the database is said once, for all who ask it. */
export function logRetries(log: (line: string) => void): (work: string, error: unknown) => void {
  return (work, error) => {
    if (!(error instanceof DatabaseAway)) log(`${work} will be tried again: ${reasonOf(error)}`);
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown failure';
}
