import { BackOff } from './back-off.ts';
import { SyncError } from './couch-http.ts';
import type { Surroundings } from './surroundings.ts';
import { WakeSignal } from './wake-signal.ts';

/**
 * The line to one database as its pull, its push and its bell see it together: pauses grow while it fails, and end for all
 * three as soon as one of them gets through or somebody wakes them. The time the server asks for is waited out; who is signed
 * out asks no more until {@link askAgain}.
 */
export class PatientLine {
  readonly #backOff: BackOff;
  readonly #signal: WakeSignal;
  readonly #over: WakeSignal;
  readonly #asked: WakeSignal;
  readonly #onFailure: (error: unknown) => void;
  /** Until then the server wants no request, or would only say again that this device is signed out. */
  #held: Promise<unknown> = Promise.resolve();
  #isFailing = false;
  #isOver = false;

  /** `onFailure` is told of each failure before the pause. */
  constructor({ timers, random }: Pick<Surroundings, 'timers' | 'random'>, onFailure: (error: unknown) => void) {
    this.#backOff = new BackOff(random);
    this.#signal = new WakeSignal(timers);
    this.#over = new WakeSignal(timers);
    this.#asked = new WakeSignal(timers);
    this.#onFailure = onFailure;
  }

  /** Whether the last try did not get through. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Does a piece of work. When it fails, the pause is over before the error goes on: the caller may try again at once. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    await this.#held;
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
      if (error instanceof SyncError && error.retryAfterMs > 0) this.#hold(this.#over.sleep(error.retryAfterMs));
      if (error instanceof SyncError && error.status === 401) this.#hold(this.#asked.sleep(Number.POSITIVE_INFINITY));
      await Promise.all([this.sleep(this.#backOff.nextMs()), this.#held]);
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

  /** Wakes it, also when it is signed out: somebody signed in again, or wants to know. */
  askAgain(): void {
    this.#asked.wake();
    this.wake();
  }

  /** Nothing is tried any more: no pause holds anybody up. */
  end(): void {
    this.#isOver = true;
    this.#signal.wake();
    this.#over.wake();
    this.#asked.wake();
  }

  #hold(until: Promise<void>): void {
    if (!this.#isOver) this.#held = Promise.all([this.#held, until]);
  }
}
