import type { Clock } from '../../shared/core/ports.ts';
import { DatabaseAway } from '../couch/database-outage.ts';
import type { BookPace } from './book-pace.ts';
import { openBookPace } from './book-pace.ts';
import type { BookQueue, Rest } from './book-queue.ts';
import { openBookQueue } from './book-queue.ts';
import type { BookBehind } from './books-behind.ts';
import { openBooksBehind } from './books-behind.ts';

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
  /** No book is worked on more often. */
  readonly everyMs?: number;
  readonly isStopping: () => boolean;
  readonly logAgain: (work: string, error: unknown) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly clock: Clock;
  /** Milliseconds of a clock, for how long books take. */
  readonly now?: (() => number) | undefined;
}

export function openBookWork(options: BookWorkOptions): BookWork {
  const { what, work, atOnce, everyMs = 0, isStopping, logAgain, pause, clock, now } = options;
  const [pace, behind] = [openBookPace(now), openBooksBehind(clock)];
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
  const workOn = async (book: string): Promise<Rest> => {
    behind.begin(book);
    const isDone = await attempt(book, () => work(book, pace.measure));
    behind.end(book, isDone);
    if (!isDone) return { pauseMs: pauseOf(book), isUnfinished: true };
    return { pauseMs: Math.max(everyMs, pace.restOf(book)), isUnfinished: false };
  };
  const queue = openBookQueue(workOn, atOnce, pause);
  return {
    ...queue,
    add: (book) => {
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
