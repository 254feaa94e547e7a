import type { Actor } from './actor.ts';
import { currentStage } from './globals.ts';
import type { Connection, OpenRequest, RawDatabase, Transaction } from './indexed-db-parts.ts';
import { connectionParts, makeFactory, objectStoreParts, transactionParts } from './indexed-db-parts.ts';

/** A transaction begins with so many listeners of the store itself. */
const OWN_LISTENERS = 3;

/** Who opened a connection, on which disk. */
interface Ownership {
  readonly owner: Actor;
  readonly disk: Disk;
}

const ownerships = new WeakMap<object, Ownership>();

/**
 * The disk of one computer: IndexedDB in memory, shared by its windows. A write that was reported as done stays; when a window
 * dies, its transactions under way leave no trace. It can be full.
 */
export class Disk {
  isFull = false;
  readonly #factory = makeFactory();

  /** As `indexedDB.open`, for the window that runs. */
  open(name: string, version?: number): OpenRequest {
    const { world } = currentStage();
    const owner = world.current;
    // The disk's own work goes on whoever dies: nobody waits behind a dead window.
    const request = world.within(world.self, () => this.#factory.open(name, version));
    ownerships.set(request, { owner, disk: this });
    const dispatch = request.dispatchEvent.bind(request);
    request.dispatchEvent = (event) => {
      const { result } = request;
      if (result !== undefined) ownerships.set(result, { owner, disk: this });
      if (event.type === 'upgradeneeded') {
        if (!owner.isAlive) throw new Error('nobody is left to prepare the store');
        world.adopt(owner);
        return dispatch(event);
      }
      // In a task of the window: who opens next must not wait for it.
      if (owner.isAlive) world.afterFor(owner, 0, () => dispatch(event));
      else result?.close();
      return true;
    };
    owner.onDeath(() => {
      world.within(world.self, () => {
        this.#forget(owner);
      });
    });
    return request;
  }

  /** Undoes what a dead window had not finished, and closes its connections. */
  #forget(owner: Actor): void {
    for (const database of this.#factory._databases.values()) {
      for (const transaction of [...database.transactions]) {
        if (ownershipOf(transaction)?.owner === owner && transaction._state !== 'finished') undo(transaction, database);
      }
      for (const connection of [...database.connections]) {
        if (ownerships.get(connection)?.owner !== owner) continue;
        connection.listeners = [];
        connection.close();
      }
    }
  }
}

function ownershipOf({ db, _openRequest }: Transaction): Ownership | undefined {
  return ownerships.get(db) ?? (_openRequest === null ? undefined : ownerships.get(_openRequest));
}

function undo(transaction: Transaction, database: RawDatabase): void {
  transaction.onabort = transaction.onerror = transaction.oncomplete = null;
  // What the store itself listens with stays: the next transaction waits for it.
  transaction.listeners = transaction.listeners.filter(
    ({ callback }, index) => index < OWN_LISTENERS || callback === database.processTransactions,
  );
  for (const { request } of transaction._requests) request.readyState = 'done';
  transaction._abort('AbortError');
}

/** Makes transactions run in the name of their window, and writes fail on a full disk. Once a process. */
export function patchIndexedDb(): void {
  const start = transactionParts._start;
  transactionParts._start = function (this: Transaction) {
    const owner = ownershipOf(this)?.owner;
    if (owner?.isAlive === false) return;
    if (owner !== undefined) currentStage().world.adopt(owner);
    start.call(this);
  };
  const begin = connectionParts.transaction;
  connectionParts.transaction = function (this: Connection, ...values) {
    makeNeutral(this._rawDatabase);
    return begin.apply(this, values);
  };
  for (const write of ['put', 'add'] as const) {
    const original = objectStoreParts[write];
    objectStoreParts[write] = function (...values) {
      const request = original.apply(this, values);
      const waiting = this.transaction._requests.at(-1);
      if (waiting !== undefined) waiting.operation = refusable(this.transaction, waiting.operation);
      return request;
    };
  }
}

/** Which transaction is next on a database is nobody's task: no death may swallow it. */
function makeNeutral(database: RawDatabase): void {
  if (database.isNeutral === true) return;
  database.isNeutral = true;
  const { processTransactions } = database;
  database.processTransactions = () => {
    const { world } = currentStage();
    world.within(world.self, processTransactions);
  };
}

function refusable(transaction: Transaction, operation: () => unknown): () => unknown {
  return () => {
    if (ownershipOf(transaction)?.disk.isFull === true) {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    }
    return operation();
  };
}
