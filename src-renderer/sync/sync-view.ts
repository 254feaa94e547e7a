import type { SyncStatus } from '../../shared/sync/sync-status.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import type { RefusedRecord } from './refused-records.ts';
import { watchRefusals } from './refused-records.ts';
import { watchSyncStatus } from './sync-engine.ts';

interface Snapshot {
  readonly status: SyncStatus;
  readonly refused: readonly RefusedRecord[];
}

/** What the screens see of the exchange, in every window, as an external store for React. */
export class SyncView {
  #snapshot: Snapshot = { status: NEVER_SYNCED, refused: [] };
  readonly #store: BookStore;

  constructor(store: BookStore) {
    this.#store = store;
  }

  readonly snapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [
      watchSyncStatus(this.#store, (status) => {
        this.#snapshot = { ...this.#snapshot, status };
        listener();
      }),
      watchRefusals(this.#store.parts.facts, (refused) => {
        this.#snapshot = { ...this.#snapshot, refused };
        listener();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
}
