import type { Timers } from './surroundings.ts';

/** Pauses that somebody can end early: the line came back, the person wrote something or pressed "sync now". */
export class WakeSignal {
  readonly #timers: Timers;
  readonly #wakers = new Set<() => void>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Resolves after `milliseconds` (which may be infinite) or at the next {@link wake}. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        stop();
        this.#wakers.delete(wake);
        resolve();
      };
      const stop = Number.isFinite(milliseconds) ? this.#timers.after(milliseconds, wake) : () => undefined;
      this.#wakers.add(wake);
    });
  }

  wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }
}
