import { setTimeout as pause } from 'node:timers/promises';
import type { DemoRandom } from '../../../shared/demo/demo-random.ts';
import type { Fault } from './sync-device.ts';

const LATE_MS = 60;
const LATEST_MS = 400;
const FAULTS = ['before', 'lost', 'twice', 'overtaken', 'overtaken', 'overtaken'] as const;

/**
 * A line that is good at first; then it breaks before a request or after it was carried out, answers late and out of order,
 * sends twice, or is cut.
 */
export class BadLine {
  readonly #random: DemoRandom;
  readonly #faultPercent: number;
  readonly #waiting: { readonly isFor: (path: string) => boolean; readonly resolve: () => void }[] = [];
  #isHealed = true;
  #cut: Promise<never> | undefined;
  #breakOff: () => void = () => undefined;
  #broken: Promise<never> = this.#nextBreak();

  constructor(random: DemoRandom, faultPercent: number) {
    this.#random = random;
    this.#faultPercent = faultPercent;
  }

  readonly fault: Fault = (path, send) => {
    if (this.#cut !== undefined) return this.#cut;
    return Promise.race([this.#carry(path, send), this.#broken]);
  };

  /** No request gets through any more; those under way get no answer, whether the server carried them out or not. */
  cut(): void {
    this.#cut = this.#broken;
    this.#breakOff();
  }

  /** Requests get through again. */
  mend(): void {
    if (this.#cut !== undefined) this.#broken = this.#nextBreak();
    this.#cut = undefined;
  }

  /** From now on one request in some goes wrong. */
  worsen(): void {
    this.#isHealed = false;
  }

  /** From now on nothing goes wrong any more. */
  heal(): void {
    this.#isHealed = true;
    this.mend();
  }

  #nextBreak(): Promise<never> {
    const broken = new Promise<never>((_resolve, reject) => {
      this.#breakOff = () => {
        reject(new TypeError('the connection broke'));
      };
    });
    // Nobody may be waiting when it breaks.
    broken.catch(() => undefined);
    return broken;
  }

  async #carry(path: string, send: () => Promise<Response>): Promise<Response> {
    if (this.#isHealed) return send();
    const fault = this.#random.chance(this.#faultPercent) ? this.#random.pick(FAULTS) : 'none';
    await this.#delay();
    if (fault === 'before') throw new TypeError('the connection broke');
    const answer = await send();
    await (fault === 'overtaken' ? this.#beOvertaken(path) : this.#delay());
    if (fault === 'lost') throw new TypeError('the connection broke');
    this.#tellArrival(path);
    // A browser sends a request again when a connection it had kept open turns out to be closed.
    return fault === 'twice' ? send() : answer;
  }

  /** The answer to a push waits until a pull was answered, that to a pull until a push was, or for as long as it takes. */
  async #beOvertaken(path: string): Promise<void> {
    const overtaking = new Promise<void>((resolve) => {
      this.#waiting.push({ isFor: (other) => isPush(other) !== isPush(path), resolve });
    });
    await Promise.race([overtaking, pause(LATEST_MS)]);
    await pause(LATE_MS);
  }

  #tellArrival(path: string): void {
    for (const { isFor, resolve } of this.#waiting) if (isFor(path)) resolve();
  }

  /** Half of what is sent goes through at once and overtakes the rest, some of which is very late. */
  async #delay(): Promise<void> {
    if (this.#random.chance(50)) return;
    await pause(this.#random.integer(1, this.#random.chance(70) ? LATE_MS : LATEST_MS));
  }
}

function isPush(path: string): boolean {
  return path.includes('_bulk_docs');
}
