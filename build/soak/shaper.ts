interface Waiting {
  readonly at: number;
  readonly deliver: () => void;
}

/** One direction of a line: what is sent takes its turn at the line's speed, then travels for its delay. */
export class Shaper {
  readonly #waiting: Waiting[] = [];
  #freeAt = 0;
  #lastAt = 0;
  #bitsPerSecond = Number.POSITIVE_INFINITY;
  #delayMs = 0;
  #timer: NodeJS.Timeout | undefined;

  /** For what is sent from now on; what is under way arrives before it. */
  change(bitsPerSecond: number, delayMs: number): void {
    this.#bitsPerSecond = bitsPerSecond;
    this.#delayMs = delayMs;
  }

  /** Calls `deliver` when the last of `bytes` arrives; calls keep their order. */
  pass(bytes: number, deliver: () => void): void {
    const travelMs = (bytes * 8 * 1000) / this.#bitsPerSecond;
    this.#freeAt = Math.max(performance.now(), this.#freeAt) + travelMs;
    this.#lastAt = Math.max(this.#lastAt, this.#freeAt + this.#delayMs);
    this.#waiting.push({ at: this.#lastAt, deliver });
    if (this.#timer === undefined) this.#deliverDue();
  }

  #deliverDue(): void {
    this.#timer = undefined;
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      const waitMs = next.at - performance.now();
      if (waitMs >= 1) {
        this.#timer = setTimeout(() => {
          this.#deliverDue();
        }, waitMs);
        return;
      }
      this.#waiting.shift();
      next.deliver();
    }
  }
}
