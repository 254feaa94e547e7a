/** Counts failures per key and makes the key wait longer after each. Kept in memory: a restart forgives. */
export interface SlowDown {
  /** Whole seconds until the key may try again; 0 when it may now. */
  readonly wait: (key: string) => number;
  readonly fail: (key: string) => void;
  readonly succeed: (key: string) => void;
}

export interface SlowDownRule {
  /** Failures that cost no waiting. */
  readonly free: number;
  /** The first pause; it doubles with each failure. */
  readonly firstMs: number;
  /** The longest pause. */
  readonly mostMs: number;
  /** A key without a failure for so long starts afresh. */
  readonly forgetMs: number;
}

/** A flood of invented keys must not fill the memory. */
const MOST_KEYS = 20_000;

/** Nothing is held while a key waits: whoever comes too early is told when to come again. */
export function openSlowDown(rule: SlowDownRule, now: () => number = Date.now): SlowDown {
  const failures = new Map<string, { readonly count: number; readonly atMs: number; readonly openAtMs: number }>();
  const current = (key: string) => {
    const entry = failures.get(key);
    return entry !== undefined && now() - entry.atMs < rule.forgetMs ? entry : undefined;
  };
  return {
    wait: (key) => Math.max(0, Math.ceil(((current(key)?.openAtMs ?? 0) - now()) / 1000)),
    fail: (key) => {
      const count = (current(key)?.count ?? 0) + 1;
      const pauseMs =
        count < rule.free ? 0 : Math.min(rule.mostMs, rule.firstMs * 2 ** Math.min(30, count - rule.free));
      // Taken out first, so that the oldest failure stands first.
      failures.delete(key);
      failures.set(key, { count, atMs: now(), openAtMs: now() + pauseMs });
      const [oldest] = failures.keys();
      if (failures.size > MOST_KEYS && oldest !== undefined) failures.delete(oldest);
    },
    succeed: (key) => {
      failures.delete(key);
    },
  };
}
