import type { AnyRecord } from '../../../shared/records/envelope.ts';

/** Where a variant exchanges: a database of a server without our rules. */
export interface PlainRemote {
  readonly database: string;
  /** Reaches the database whatever the variant puts before its name. */
  readonly fetch: typeof fetch;
  readonly url: string;
}

/** A local store with an exchange of its own, as one of the compared variants. */
export interface PlainStore {
  readonly all: () => Promise<readonly AnyRecord[]>;
  /** False when the record was changed by the exchange meanwhile. */
  readonly write: (before: AnyRecord | undefined, after: AnyRecord) => Promise<boolean>;
  /** Many new records at once. */
  readonly fill: (records: readonly AnyRecord[]) => Promise<void>;
  readonly start: (remote: PlainRemote) => void;
  readonly syncNow: () => void;
  readonly state: () => { readonly phase: string; readonly pending: number };
}
