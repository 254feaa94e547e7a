/** What a line does to the connections that go over it. */
export interface Line {
  /** There and back, in milliseconds. */
  readonly roundTripMs: number;
  /** Each way; infinite for a line without a limit. */
  readonly bitsPerSecond: number;
  /** Requests whose connection breaks, in percent: before the request, after the server did it, or in mid-answer. */
  readonly brokenPercent: number;
  /** Connections are cut at this age; infinite for never. */
  readonly lifetimeMs: number;
}

/** A line that does nothing to anybody. */
export const CLEAN_LINE: Line = {
  roundTripMs: 0,
  bitsPerSecond: Number.POSITIVE_INFINITY,
  brokenPercent: 0,
  lifetimeMs: Number.POSITIVE_INFINITY,
};

/** What went over a line, every byte with its headers counted. */
export interface LineCounts {
  connections: number;
  requests: number;
  broken: number;
  bytesUp: number;
  bytesDown: number;
}
