/** One direction of a line: what is sent takes its turn at the line's speed, then travels for its delay. */
export class Shaper {
  #freeAt = 0;
  readonly #bitsPerSecond: number;
  readonly #delayMs: number;

  constructor(bitsPerSecond: number, delayMs: number) {
    this.#bitsPerSecond = bitsPerSecond;
    this.#delayMs = delayMs;
  }

  /** Calls `deliver` when the last of `bytes` arrives; calls keep their order. */
  pass(bytes: number, deliver: () => void): void {
    const now = performance.now();
    const travelMs = (bytes * 8 * 1000) / this.#bitsPerSecond;
    this.#freeAt = Math.max(now, this.#freeAt) + travelMs;
    const waitMs = this.#freeAt - now + this.#delayMs;
    if (waitMs < 1) deliver();
    else setTimeout(deliver, waitMs);
  }
}
