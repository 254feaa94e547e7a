/** Ends what was begun: a timer, a subscription. Calling it twice does nothing more. */
export type Stop = () => void;

/** Time as the exchange waits for it. Its clock is the store's (`context.clock`); these are lengths, which no clock changes. */
export interface Timers {
  /** Calls back once, after so many milliseconds. */
  readonly after: (milliseconds: number, callback: () => void) => Stop;
  /** Calls back every so many milliseconds. */
  readonly every: (milliseconds: number, callback: () => void) => Stop;
}

/** What the page tells of its line and of who looks at it. */
export interface PageState {
  /** False when the system knows that there is no line; true promises nothing. */
  readonly isOnline: () => boolean;
  readonly isVisible: () => boolean;
  /** The browser's own wish to save data. */
  readonly savesData: () => boolean;
  /** Tells of each change until it is stopped. */
  readonly watch: (changes: {
    readonly onOnline: () => void;
    readonly onOffline: () => void;
    readonly onVisibility: () => void;
  }) => Stop;
}

/**
 * All that the exchange reads of the world besides its store. It is handed in, so that a simulation owns time, chance and
 * line; the application's is `browserSurroundings()`.
 */
export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** A number from 0 to below 1, for the jitter of pauses. */
  readonly random: () => number;
  readonly page: PageState;
  /** The gzipped bytes of a text. */
  readonly zip: (text: string) => Promise<ArrayBuffer>;
}
