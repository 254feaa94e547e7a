import type { CouchHttp } from './couch-http.ts';
import type { PatientLine } from './patient-line.ts';

const BELL_WAIT_MS = 50_000;
const BELL_TIMEOUT_MS = BELL_WAIT_MS + 60_000;
const POLL_MS = 60_000;
const METERED_POLL_MS = 15 * 60_000;

export interface DatabaseBellOptions {
  readonly http: CouchHttp;
  readonly line: PatientLine;
  /** `bell`: a long-poll tells of changes. `poll`: a look every minute. A function resolves when somebody else told of some. */
  readonly live: 'bell' | 'poll' | (() => Promise<void>);
  /** True while the line is spared: a look every quarter of an hour whatever `live` says. */
  readonly isMetered: () => boolean;
  /** Where the last pull ended. */
  readonly sequence: () => string;
}

/** What the bell rings for. */
export interface Rung {
  readonly isStopped: () => boolean;
  /** Looks for changes and waits until they are here. */
  readonly look: () => Promise<unknown>;
}

/** Tells when it is time to look for changes: the server says so, or enough time went by. */
export class DatabaseBell {
  readonly #options: DatabaseBellOptions;

  constructor(options: DatabaseBellOptions) {
    this.#options = options;
  }

  /** Whether the server tells of changes, rather than the time. */
  readonly isListening = (): boolean => this.#options.live === 'bell' && !this.#options.isMetered();

  /** Rings until what it rings for is stopped. */
  async ring({ isStopped, look }: Rung): Promise<void> {
    const { line, isMetered, live } = this.#options;
    while (!isStopped()) {
      if (typeof live === 'function') await live();
      else if (this.isListening()) await line.attempt(() => this.#waitForChange()).catch(() => undefined);
      else await line.sleep(isMetered() ? METERED_POLL_MS : POLL_MS);
      if (isStopped()) return;
      await look();
    }
  }

  /** Waits from the stored sequence, so that a change between a pull and this call cannot slip through. */
  async #waitForChange(): Promise<void> {
    const { http, sequence } = this.#options;
    const query = `feed=longpoll&style=main_only&limit=1&timeout=${String(BELL_WAIT_MS)}&since=${encodeURIComponent(sequence())}`;
    await http.call(`_changes?${query}`, undefined, BELL_TIMEOUT_MS);
  }
}
