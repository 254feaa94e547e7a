/** Pauses that somebody can end early: the line came back, the person wrote something or pressed "sync now". */
export class WakeSignal {
  readonly #wakers = new Set<() => void>();

  /** Resolves after `milliseconds` (which may be infinite) or at the next {@link wake}. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wakers.delete(wake);
        resolve();
      };
      const timer = Number.isFinite(milliseconds) ? setTimeout(wake, milliseconds) : undefined;
      this.#wakers.add(wake);
    });
  }

  wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }
}
