/** Where the exchange with the server stands, in the words the badge shows. */
export type SyncPhase = 'offline' | 'syncing' | 'upToDate' | 'signIn' | 'waiting';

/** State of the exchange of one account on this device, shared by all its windows. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Instant of the last moment at which everything the server had was here; empty when never. */
  readonly lastSyncedAt: string;
  /** Code of the last error, empty when none since the last success. */
  readonly lastError: string;
  readonly lastErrorAt: string;
}

/** Before any exchange. */
export const NEVER_SYNCED: SyncStatus = { phase: 'offline', lastSyncedAt: '', lastError: '', lastErrorAt: '' };
