/** Counts failures per key and locks the key for a while after too many. Kept in memory: a restart forgives. */
export interface AttemptLimit {
  readonly isLocked: (key: string) => boolean;
  readonly fail: (key: string) => void;
  readonly succeed: (key: string) => void;
}

/** Locks a key for `windowMs` once it failed `most` times within `windowMs`. */
export function limitAttempts(most: number, windowMs: number, now: () => number = Date.now): AttemptLimit {
  const failures = new Map<string, { count: number; until: number }>();
  const current = (key: string): { count: number; until: number } | undefined => {
    const entry = failures.get(key);
    if (entry === undefined || entry.until > now()) return entry;
    failures.delete(key);
    return undefined;
  };
  return {
    isLocked: (key) => (current(key)?.count ?? 0) >= most,
    fail: (key) => {
      // A flood of invented keys must not fill the memory.
      if (failures.size > 20_000) for (const known of [...failures.keys()]) current(known);
      if (failures.size > 20_000) failures.clear();
      failures.set(key, { count: (current(key)?.count ?? 0) + 1, until: now() + windowMs });
    },
    succeed: (key) => {
      failures.delete(key);
    },
  };
}
