/** Works through books a few at a time; one book never twice at once, and once more when it was named again meanwhile. */
export interface BookQueue {
  readonly add: (name: string) => void;
  /** Books that wait or are being worked on. */
  readonly size: () => number;
  /** Resolves when nothing waits any more. */
  readonly drain: () => Promise<void>;
}

export function openBookQueue(work: (name: string) => Promise<void>, atOnce: number): BookQueue {
  const waiting = new Set<string>();
  const running = new Set<string>();
  let wakers: (() => void)[] = [];

  const next = (): void => {
    for (const name of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(name)) continue;
      waiting.delete(name);
      running.add(name);
      void work(name).finally(() => {
        running.delete(name);
        next();
      });
    }
    if (waiting.size + running.size > 0) return;
    for (const wake of wakers) wake();
    wakers = [];
  };

  return {
    add: (name) => {
      waiting.add(name);
      next();
    },
    size: () => waiting.size + running.size,
    drain: () =>
      new Promise((resolve) => {
        wakers.push(resolve);
        next();
      }),
  };
}
