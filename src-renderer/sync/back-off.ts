const FIRST_MS = 1_000;
/** A line that came back without the browser noticing is found within this time. */
const LONGEST_MS = 30_000;

/** Growing pauses between tries, with jitter so that a village coming back online does not knock all at once. */
export class BackOff {
  readonly #random: () => number;
  #next = FIRST_MS;

  /** `random`: a number from 0 to below 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** Length of the pause before the next try; each call doubles the one after. */
  nextMs(): number {
    const pause = this.#next * (0.75 + this.#random() / 2);
    this.#next = Math.min(this.#next * 2, LONGEST_MS);
    return pause;
  }

  reset(): void {
    this.#next = FIRST_MS;
  }
}
