/** The server's time that judging one book may take: this much at once, then this part of all time. */
const AT_ONCE_MS = 300;
const SHARE = 1 / 20;
/** No book waits longer. */
const LONGEST_REST_MS = 60_000;

/**
 * How often books are looked at. Some of that costs as much as the book is large, whatever little came: the account of a
 * pay that waits, the numbers of all invoices. A book that takes more than its share rests, and is then judged as it stands.
 */
export interface BookPace {
  /** Runs work on a book and counts the time it takes. */
  readonly measure: <T>(book: string, work: () => Promise<T>) => Promise<T>;
  /** Milliseconds that the book has to rest. */
  readonly restOf: (book: string) => number;
}

export function openBookPace(now: () => number = () => performance.now()): BookPace {
  const used = new Map<string, { readonly ms: number; readonly at: number }>();
  const usedNow = (book: string): number => {
    const known = used.get(book);
    return known === undefined ? 0 : Math.max(0, known.ms - (now() - known.at) * SHARE);
  };
  const restOf = (book: string): number => Math.max(0, usedNow(book) - AT_ONCE_MS) / SHARE;
  return {
    measure: async (book, work) => {
      const began = now();
      try {
        return await work();
      } finally {
        const most = AT_ONCE_MS + LONGEST_REST_MS * SHARE;
        used.set(book, { ms: Math.min(usedNow(book) + now() - began, most), at: now() });
      }
    },
    restOf,
  };
}
