/** A pause that somebody can end early: the line came back, the person wrote something or pressed "sync now". */
export class WakeSignal {
  #wake: (() => void) | undefined;

  /** Resolves after `milliseconds` or at the next {@link wake}. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
