/** A book of which the server did not take over the latest changes: its figures and verdicts stand as they were before. */
export interface BookBehind {
  /** Name of its database. */
  readonly book: string;
  /** Instant of the first of these changes that the server heard of. */
  readonly since: string;
  /** Taking them over fails and is tried again; otherwise it is merely slow. */
  readonly isFailing: boolean;
}
