import { forbidden } from '../couch-error.ts';

interface Failures {
  count: number;
  since: number;
}

const MAX_TRACKED = 10_000;

/** Locks an account for one address after too many wrong passwords from there. */
export class Lockout {
  readonly #maxFailures: number;
  readonly #lockMs: number;
  readonly #failures = new Map<string, Failures>();

  constructor(maxFailures: number, lockMs: number) {
    this.#maxFailures = maxFailures;
    this.#lockMs = lockMs;
  }

  assertOpen(key: string, nowMs: number): void {
    const failures = this.#failures.get(key);
    if (failures === undefined) return;
    if (nowMs - failures.since >= this.#lockMs) this.#failures.delete(key);
    else if (failures.count >= this.#maxFailures) {
      throw forbidden('Account is temporarily locked due to multiple authentication failures');
    }
  }

  noteFailure(key: string, nowMs: number): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, since: nowMs });
    if (this.#failures.size <= MAX_TRACKED) return;
    const oldest = this.#failures.keys().next();
    if (oldest.done !== true) this.#failures.delete(oldest.value);
  }

  noteSuccess(key: string): void {
    this.#failures.delete(key);
  }
}
