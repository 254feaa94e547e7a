import { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';

/** Members of `fake-indexeddb` that its types leave out. */
export interface OpenRequest {
  readonly result: Connection | undefined;
  dispatchEvent: (event: { readonly type: string }) => boolean;
}

export interface Connection {
  readonly _rawDatabase: RawDatabase;
  listeners: readonly unknown[];
  close: () => void;
  transaction: (...values: unknown[]) => Transaction;
}

export interface Transaction {
  readonly db: Connection;
  readonly mode: string;
  readonly _state: string;
  readonly _openRequest: OpenRequest | null;
  readonly _requests: { operation: () => unknown; readonly request: { readyState: string } }[];
  listeners: readonly { readonly callback: unknown }[];
  onabort: unknown;
  onerror: unknown;
  oncomplete: unknown;
  _start: () => void;
  _abort: (name: string) => void;
}

export interface RawDatabase {
  readonly transactions: readonly Transaction[];
  readonly connections: readonly Connection[];
  processTransactions: () => void;
  /** Ours: what comes next on this database is nobody's task. */
  isNeutral?: boolean;
}

export interface ObjectStore {
  readonly transaction: Transaction;
  put: (...values: unknown[]) => unknown;
  add: (...values: unknown[]) => unknown;
}

export interface Factory {
  readonly _databases: ReadonlyMap<string, RawDatabase>;
  open: (name: string, version?: number) => OpenRequest;
}

// The classes' own types are the browser's.
export const transactionParts = IDBTransaction.prototype as unknown as Transaction;
export const connectionParts = IDBDatabase.prototype as unknown as Connection;
export const objectStoreParts = IDBObjectStore.prototype as unknown as ObjectStore;

/** An empty disk's databases. */
export function makeFactory(): Factory {
  return new IDBFactory() as unknown as Factory;
}
