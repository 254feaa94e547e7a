import { BackOff } from '../sync/back-off.ts';

/**
 * When the next receipt may be tried: pauses grow with failures and end when the line is back. Its time is not the clock's:
 * a clock that is set back must not make a pause of days.
 */
export class SendGate {
  readonly #backOff = new BackOff(Math.random);
  readonly #now: () => number;
  #openAt = 0;
  /** Until then the server wants no request, whoever asks. */
  #heldUntil = 0;
  #waitsForSignIn = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get isOpen(): boolean {
    return !this.#waitsForSignIn && this.#now() >= Math.max(this.#openAt, this.#heldUntil);
  }

  /** Time until it opens by itself; infinite when it does not. */
  get waitMs(): number {
    return this.#waitsForSignIn
      ? Number.POSITIVE_INFINITY
      : Math.max(0, Math.max(this.#openAt, this.#heldUntil) - this.#now());
  }

  succeeded(): void {
    this.#backOff.reset();
    this.#openAt = 0;
  }

  /** `leastMs`: how long the server asked to wait. */
  failed(leastMs = 0): void {
    this.#heldUntil = this.#now() + leastMs;
    this.#openAt = this.#now() + this.#backOff.nextMs();
  }

  /** The session is over: only an exchange of records that goes through opens it again. */
  refused(): void {
    this.#waitsForSignIn = true;
  }

  /** The exchange of records went through, or a person asks: try at once. */
  open(): void {
    this.#waitsForSignIn = false;
    this.#openAt = 0;
  }
}
