import type { ErrorCode } from '../../shared/core/errors.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { isLivedIn } from '../../shared/records/registry.ts';
import type { SyncPhase, SyncStatus } from '../../shared/sync/sync-status.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import { keepConflictCopy } from '../data/conflicts/keep-conflict-copy.ts';
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
import type { Stop, Surroundings } from './surroundings.ts';
import { putServerVersions } from './take-server-version.ts';

const STATUS_FACT = 'sync:status';
/** A member's book and the coordinator's network are listened to; the rest is looked at every minute. */
const LISTENED: readonly DatabaseName[] = ['book', 'network'];

/** The network's copy is by far the largest and comes last. */
const IN_ORDER: readonly DatabaseName[] = ['book', 'commons', 'office', 'network'];
/** Nobody waits longer for the others before the network's copy. */
const LONGEST_WAIT_MS = 30_000;

/** Runs the exchange of one account. Only one window of a device exchanges; all windows read the status it keeps. */
export class SyncEngine {
  readonly #store: BookStore;
  readonly #around: Surroundings;
  readonly #replications: DatabaseReplication[] = [];
  #checks: CheckRunner | undefined;
  #metered: MeteredMode | undefined;
  readonly #pulled = new Set<DatabaseName>();
  readonly #stops: Stop[] = [];
  #status: SyncStatus = NEVER_SYNCED;
  #expected = 0;
  #isStopped = false;

  constructor(store: BookStore, around: Surroundings) {
    this.#store = store;
    this.#around = around;
  }

  /** Exchanges until {@link stop}; at first it waits to be the leading window. */
  async start(): Promise<void> {
    const { page } = this.#around;
    const { account, collections, facts } = this.#store.parts;
    const known = await facts.get(STATUS_FACT);
    if (known !== undefined) this.#status = { ...NEVER_SYNCED, ...known.body };
    await this.#store.parts.database.waitForLeadership();
    if (this.#isStopped) return;
    this.#followPage();
    await this.#save({ phase: page.isOnline() ? 'syncing' : 'offline' });
    const checked: CheckedDatabase[] = [];
    const metered = new MeteredMode(facts, page.savesData, () => {
      this.syncNow();
    });
    this.#metered = metered;
    const isSupport = account.role === 'supportTeam';
    const routes = openBookRoutes(account.account, this.#around);
    this.#stops.push(routes.abortAll);
    const names = IN_ORDER.filter(
      (name) => isLivedIn(name) && account.databases[name] !== undefined && collections[name] !== undefined,
    );
    this.#expected = names.length;
    for (const name of names) {
      const database = account.databases[name];
      const collection = collections[name];
      if (database === undefined || collection === undefined) continue;
      if (name === 'network' && !(await this.#othersFirst())) return;
      collection.conflictHandler = createConflictHandler(
        this.#store.parts.context,
        (copy) => keepConflictCopy(this.#store, copy),
        this.#around.timers,
      );
      const replication = replicateDatabase({
        name: `${account.account}-${database}`,
        collection,
        image: this.#store.image(name),
        http: createCouchHttp(database, account.account, this.#around),
        around: this.#around,
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
    this.#checks = new CheckRunner(this.#store, checked, this.#around);
    this.#checks.start(() => this.#status.phase === 'upToDate');
    this.#stops.push(
      watchWishes(facts, 'sync-wish', () => {
        this.#exchangeNow();
      }),
    );
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
    void this.#save({ phase: this.#around.page.isOnline() ? 'syncing' : 'offline' });
    for (const replication of this.#replications) replication.syncNow();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    this.#checks?.stop();
    this.#metered?.stop();
    await Promise.all(this.#replications.map((replication) => replication.stop()));
  }

  #followPage(): void {
    const { page } = this.#around;
    const stop = page.watch({
      onOnline: () => {
        this.syncNow();
      },
      onOffline: () => void this.#save({ phase: 'offline' }),
      // A line may come back without the browser noticing: whoever looks at the window is not kept waiting.
      onVisibility: () => {
        const isWaiting = this.#status.phase === 'offline' || this.#status.phase === 'waiting';
        if (page.isVisible() && isWaiting) this.syncNow();
      },
    });
    this.#stops.push(stop);
  }

  /** Waits for the smaller databases; false when the exchange was stopped meanwhile. */
  async #othersFirst(): Promise<boolean> {
    const first = this.#replications.map(({ state }) => state.awaitInitialReplication());
    const enough = new Promise<void>((resolve) => this.#around.timers.after(LONGEST_WAIT_MS, resolve));
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
