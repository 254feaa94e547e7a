import type { Clock } from '../../shared/core/ports.ts';
import type { BookBehind } from '../../shared/network/book-behind.ts';

/** A worker that keeps up needs a moment; only what takes longer is worth a word. */
const LATE_AFTER_MS = 10_000;
const MOST = 200;

/** Since when each book is behind; kept in memory: a worker that starts looks at all of them. */
export interface BooksBehind {
  /** Something changed in the book. */
  readonly named: (book: string) => void;
  /** Work on all that was named begins. */
  readonly begin: (book: string) => void;
  /** It ended; what was named meanwhile stays behind in any case. */
  readonly end: (book: string, isDone: boolean) => void;
  /** Those that are late. */
  readonly list: (isFailing: (book: string) => boolean) => readonly BookBehind[];
}

export function openBooksBehind(clock: Clock): BooksBehind {
  const waiting = new Map<string, string>();
  const underWay = new Map<string, string>();
  return {
    named: (book) => {
      if (!waiting.has(book)) waiting.set(book, clock());
    },
    begin: (book) => {
      underWay.set(book, waiting.get(book) ?? clock());
      waiting.delete(book);
    },
    end: (book, isDone) => {
      const since = underWay.get(book);
      underWay.delete(book);
      if (!isDone && since !== undefined) waiting.set(book, since);
    },
    list: (isFailing) => {
      const now = Date.parse(clock());
      // What is under way was named before what waits.
      return [...new Map([...waiting, ...underWay])]
        .map(([book, since]): BookBehind => ({ book, since, isFailing: isFailing(book) }))
        .filter((one) => one.isFailing || now - Date.parse(one.since) >= LATE_AFTER_MS);
    },
  };
}

/** Each book once, with what it is longest behind with; the oldest first, and not more than a person reads. */
export function listBehind(all: readonly BookBehind[]): readonly BookBehind[] {
  const books = new Map<string, BookBehind>();
  for (const one of all.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
    const before = books.get(one.book);
    books.set(one.book, before === undefined ? one : { ...before, isFailing: before.isFailing || one.isFailing });
  }
  return [...books.values()].slice(0, MOST);
}
