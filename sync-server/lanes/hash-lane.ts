/** Runs slow computations a few at a time and refuses what could not be done soon. */
export interface HashLane {
  /** `undefined` when too many wait already: nothing was done. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

/** At most `atOnce` computations run and `mostWaiting` wait. */
export function openHashLane(atOnce: number, mostWaiting: number): HashLane {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      if (running >= atOnce) {
        if (waiting.length >= mostWaiting) return undefined;
        // The one that ends hands its place on, so that nobody slips in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
