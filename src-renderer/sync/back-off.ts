const FIRST_MS = 1_000;
/** A line that came back without the browser noticing is found within this time. */
const LONGEST_MS = 30_000;

/** Growing pauses between tries, with jitter so that a village coming back online does not knock all at once. */
export class BackOff {
  #next = FIRST_MS;

  /** Length of the pause before the next try; each call doubles the one after. */
  nextMs(random: () => number = Math.random): number {
    const pause = this.#next * (0.75 + random() / 2);
    this.#next = Math.min(this.#next * 2, LONGEST_MS);
    return pause;
  }

  reset(): void {
    this.#next = FIRST_MS;
  }
}
