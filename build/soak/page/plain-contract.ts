import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { SoakPage } from './soak-contract.ts';

/** What is compared: our exchange, PouchDB's live replication, RxDB's CouchDB plugin. */
export const VARIANTS = ['sillon', 'pouchdb-live', 'rxdb-couchdb'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Where the plain database of a comparison is. */
export interface PlainPlace {
  readonly variant: Variant;
  /** Path of the database on the page's own origin. */
  readonly path: string;
  /** The `authorization` header, empty when the way there adds its own. */
  readonly authorization: string;
}

/** A device of a comparison: a soak device over a database without our rules. `enter` takes a {@link PlainPlace} as text. */
export interface PlainPage extends SoakPage {
  /** As `enter`, but exchanges nothing before `start`. */
  readonly open: (place: PlainPlace) => Promise<void>;
  readonly start: () => void;
  readonly fill: (records: readonly AnyRecord[]) => Promise<void>;
  readonly count: () => Promise<number>;
}
