import { BackOff } from './back-off.ts';
import { WakeSignal } from './wake-signal.ts';

/**
 * The line to one database as its pull, its push and its bell see it together: pauses grow while it fails, and end for all
 * three as soon as one of them gets through or somebody wakes them.
 */
export class PatientLine {
  readonly #backOff = new BackOff();
  readonly #signal = new WakeSignal();
  readonly #onFailure: (error: unknown) => void;
  #isFailing = false;
  #isOver = false;

  /** `onFailure` is told of each failure before the pause. */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Whether the last try did not get through. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Does a piece of work. When it fails, the pause is over before the error goes on: the caller may try again at once. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (this.#isFailing) {
        this.#isFailing = false;
        this.wake();
      }
      return result;
    } catch (error) {
      this.#isFailing = true;
      this.#onFailure(error);
      await this.sleep(this.#backOff.nextMs());
      throw error;
    }
  }

  /** A pause that {@link wake} ends. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.#isOver) await this.#signal.sleep(milliseconds);
  }

  /** Ends every pause; the next failure pauses shortly again. */
  wake(): void {
    this.#backOff.reset();
    this.#signal.wake();
  }

  /** Nothing is tried any more: no pause holds anybody up. */
  end(): void {
    this.#isOver = true;
    this.#signal.wake();
  }
}
