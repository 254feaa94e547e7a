import type { Hasher } from '../core/ports.ts';

/** What a reader takes from outside the file. */
export interface ReadOptions {
  readonly hash: Hasher;
  /** Currency of an account whose file does not say it. */
  readonly defaultCurrency: string;
}
