import type { HashLane } from './hash-lane.ts';
import { openHashLane } from './hash-lane.ts';

/** A lane for each of many, so that what one of them sends at once waits for itself alone. */
export interface KeyedLane {
  /** `undefined` when too many of this one wait already: nothing was done. */
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T | undefined>;
}

export function openKeyedLane(atOnce: number, mostWaiting: number): KeyedLane {
  const lanes = new Map<string, { readonly lane: HashLane; users: number }>();
  return {
    run: async (key, work) => {
      const own = lanes.get(key) ?? { lane: openHashLane(atOnce, mostWaiting), users: 0 };
      lanes.set(key, own);
      own.users += 1;
      try {
        return await own.lane.run(work);
      } finally {
        own.users -= 1;
        if (own.users === 0) lanes.delete(key);
      }
    },
  };
}
