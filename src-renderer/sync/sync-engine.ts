import type { ErrorCode } from '../../shared/core/errors.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { SyncPhase, SyncStatus } from '../../shared/sync/sync-status.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import { keepConflictCopy } from '../data/keep-conflict-copy.ts';
import { makeWish, watchWishes } from '../data/wishes.ts';
import type { CheckedDatabase } from './check-runner.ts';
import { CheckRunner } from './check-runner.ts';
import { openBookRoutes } from './book-routes.ts';
import type { SyncError } from './couch-http.ts';
import { createCouchHttp } from './couch-http.ts';
import { forgetRefusal, keepRefusal } from './refused-records.ts';
import { MeteredMode } from './metered-mode.ts';
import type { DatabaseReplication } from './replicate-database.ts';
import { replicateDatabase } from './replicate-database.ts';
import { createConflictHandler } from './resolve-conflict.ts';
import { putServerVersions } from './take-server-version.ts';

const STATUS_FACT = 'sync:status';
/** Written by a window that wants the exchange to happen now. */
/** A member's book and the coordinator's network are listened to; the rest is looked at every minute. */
const LISTENED: readonly DatabaseName[] = ['book', 'network'];

/** The network's copy is by far the largest and comes last. */
const IN_ORDER: readonly DatabaseName[] = ['book', 'commons', 'office', 'network'];
/** Nobody waits longer for the others before the network's copy. */
const LONGEST_WAIT_MS = 30_000;

/** Runs the exchange of one account. Only one window of a device exchanges; all windows read the status it keeps. */
export class SyncEngine {
  readonly #store: BookStore;
  readonly #replications: DatabaseReplication[] = [];
  #checks: CheckRunner | undefined;
  #metered: MeteredMode | undefined;
  readonly #pulled = new Set<DatabaseName>();
  #stopWatching: () => void = () => undefined;
  #abortRoutes: () => void = () => undefined;
  readonly #onOnline = (): void => {
    this.syncNow();
  };
  /** A line may come back without the browser noticing: whoever looks at the window is not kept waiting. */
  readonly #onVisible = (): void => {
    const isWaiting = this.#status.phase === 'offline' || this.#status.phase === 'waiting';
    if (document.visibilityState === 'visible' && isWaiting) this.syncNow();
  };
  readonly #onOffline = (): void => {
    void this.#save({ phase: 'offline' });
  };
  #status: SyncStatus = NEVER_SYNCED;
  #expected = 0;
  #isStopped = false;

  constructor(store: BookStore) {
    this.#store = store;
  }

  async start(fetchLike: typeof fetch): Promise<void> {
    const { account, collections, facts } = this.#store.parts;
    const known = await facts.get(STATUS_FACT);
    if (known !== undefined) this.#status = { ...NEVER_SYNCED, ...known.body };
    await this.#store.parts.database.waitForLeadership();
    if (this.#isStopped) return;
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisible);
    await this.#save({ phase: navigator.onLine ? 'syncing' : 'offline' });
    const checked: CheckedDatabase[] = [];
    const metered = new MeteredMode(facts, () => {
      this.syncNow();
    });
    this.#metered = metered;
    const isSupport = account.role === 'supportTeam';
    const routes = openBookRoutes(account.account, fetchLike);
    this.#abortRoutes = routes.abortAll;
    const names = IN_ORDER.filter((name) => account.databases[name] !== undefined && collections[name] !== undefined);
    this.#expected = names.length;
    for (const name of names) {
      const database = account.databases[name];
      const collection = collections[name];
      if (database === undefined || collection === undefined) continue;
      if (name === 'network' && !(await this.#othersFirst())) return;
      collection.conflictHandler = createConflictHandler(this.#store.parts.context, (copy) =>
        keepConflictCopy(this.#store, copy),
      );
      const replication = replicateDatabase({
        name: `${account.account}-${database}`,
        collection,
        image: this.#store.image(name),
        http: createCouchHttp(database, account.account, fetchLike),
        isWritable: isSupport ? name === 'commons' || name === 'network' : name === 'book',
        ...(name === 'network' && { pushHttp: routes.of }),
        live: LISTENED.includes(name) ? 'bell' : 'poll',
        isMetered: () => metered.isOn,
        outcome: {
          onRefused: (refusal) => keepRefusal(facts, this.#now(), refusal),
          onAccepted: (id) => forgetRefusal(facts, id),
        },
        onError: (error) => {
          void this.#failed(name, error);
        },
        onPulled: () => {
          void this.#succeeded(name);
          // Without a line, or with a closing store, it waits for the next time.
          void putServerVersions(this.#store, name, replication.read).catch(() => undefined);
        },
      });
      this.#replications.push(replication);
      checked.push({ name, database, replication });
    }
    this.#checks = new CheckRunner(this.#store, checked, fetchLike);
    this.#checks.start(() => this.#status.phase === 'upToDate');
    this.#stopWatching = watchWishes(facts, 'sync-wish', () => {
      this.#exchangeNow();
    });
  }

  /** Looks for changes and sends what waits, at once; a window that does not exchange asks the one that does. */
  syncNow(): void {
    if (this.#replications.length === 0) {
      const { facts, context } = this.#store.parts;
      void makeWish(facts, context, 'sync-wish').catch(() => undefined);
      return;
    }
    this.#exchangeNow();
  }

  #exchangeNow(): void {
    this.#pulled.clear();
    void this.#save({ phase: navigator.onLine ? 'syncing' : 'offline' });
    for (const replication of this.#replications) replication.syncNow();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopWatching();
    this.#checks?.stop();
    this.#metered?.stop();
    this.#abortRoutes();
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    await Promise.all(this.#replications.map((replication) => replication.stop()));
  }

  /** Waits for the smaller databases; false when the exchange was stopped meanwhile. */
  async #othersFirst(): Promise<boolean> {
    const first = this.#replications.map(({ state }) => state.awaitInitialReplication());
    const enough = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
    await Promise.race([Promise.all(first), enough]);
    return !this.#isStopped;
  }

  async #succeeded(name: DatabaseName): Promise<void> {
    this.#pulled.add(name);
    if (this.#pulled.size < this.#expected) return;
    await this.#save({ phase: 'upToDate', lastSyncedAt: this.#now(), lastError: '' });
  }

  async #failed(name: DatabaseName, error: SyncError): Promise<void> {
    this.#pulled.delete(name);
    await this.#save({ phase: phaseAfter(error.code), lastError: error.code, lastErrorAt: this.#now() });
  }

  async #save(change: Partial<SyncStatus>): Promise<void> {
    if (this.#isStopped) return;
    this.#status = { ...this.#status, ...change };
    const fact = { id: STATUS_FACT, kind: 'sync', at: this.#now(), body: { ...this.#status } };
    // A full disk or a closing window must not stop the exchange; the next state is written again.
    await this.#store.parts.facts.put(fact).catch(() => undefined);
  }

  #now(): string {
    return this.#store.parts.context.clock();
  }
}

/** Follows the exchange's status, whichever window runs it. */
export function watchSyncStatus(store: BookStore, listener: (status: SyncStatus) => void): () => void {
  return store.parts.facts.watch('sync', ([fact]) => {
    listener(fact === undefined ? NEVER_SYNCED : { ...NEVER_SYNCED, ...fact.body });
  });
}

function phaseAfter(code: ErrorCode): SyncPhase {
  if (code === 'network.offline') return 'offline';
  return code === 'session.expired' || code === 'session.ended' ? 'signIn' : 'waiting';
}
