/** What a piece of work on a book says about the next. */
export interface Rest {
  /** Milliseconds before the book is worked on again, whoever names it. */
  readonly pauseMs: number;
  /** Whether it must be worked on again even if nobody names it. */
  readonly isUnfinished: boolean;
}

/**
 * Works through books a few at a time; one book never twice at once, and once more when it was named again meanwhile. A book
 * that rests takes no place of the others.
 */
export interface BookQueue {
  readonly add: (name: string) => void;
  /** Books that wait, are being worked on, or will be when they have rested. */
  readonly size: () => number;
  /** Resolves when nothing waits any more but what rests. */
  readonly drain: () => Promise<void>;
  /** Resolves when nothing will be worked on. */
  readonly settle: () => Promise<void>;
}

export function openBookQueue(
  work: (name: string) => Promise<Rest>,
  atOnce: number,
  pause: (ms: number) => Promise<void>,
): BookQueue {
  const waiting = new Set<string>();
  const running = new Set<string>();
  /** By name, whether the book was named again or is unfinished. */
  const resting = new Map<string, boolean>();
  const wakers: { readonly isDone: () => boolean; readonly wake: () => void }[] = [];
  const isDrained = (): boolean => waiting.size + running.size === 0;
  const size = (): number => waiting.size + running.size + [...resting.values()].filter(Boolean).length;

  const rest = async (name: string, { pauseMs, isUnfinished }: Rest): Promise<void> => {
    if (pauseMs > 0) {
      resting.set(name, waiting.delete(name) || isUnfinished);
      await pause(pauseMs);
    } else if (isUnfinished) waiting.add(name);
    if (resting.get(name) === true) waiting.add(name);
    resting.delete(name);
    next();
  };
  const run = async (name: string): Promise<void> => {
    const after = await work(name);
    running.delete(name);
    void rest(name, after);
    next();
  };
  const next = (): void => {
    for (const name of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(name)) continue;
      waiting.delete(name);
      running.add(name);
      void run(name);
    }
    for (const waker of wakers.filter(({ isDone }) => isDone())) {
      wakers.splice(wakers.indexOf(waker), 1);
      waker.wake();
    }
  };
  const until = (isDone: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      wakers.push({ isDone, wake: resolve });
      next();
    });

  return {
    add: (name) => {
      if (resting.has(name)) resting.set(name, true);
      else waiting.add(name);
      next();
    },
    size,
    drain: () => until(isDrained),
    settle: () => until(() => size() === 0),
  };
}
