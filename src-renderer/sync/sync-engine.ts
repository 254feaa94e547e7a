import type { ErrorCode } from '../../shared/core/errors.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { NEWS_HEADER } from '../../shared/sync/news-header.ts';
import type { SyncPhase, SyncStatus } from '../../shared/sync/sync-status.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import { databaseBehind } from '../data/database-of.ts';
import { keepConflictCopy } from '../data/conflicts/keep-conflict-copy.ts';
import { makeWish, watchWishes } from '../data/wishes.ts';
import type { CheckedDatabase } from './check-runner.ts';
import { CheckRunner } from './check-runner.ts';
import type { BookRoutes } from './book-routes.ts';
import { openBookRoutes } from './book-routes.ts';
import type { SyncError } from './couch-http.ts';
import { createCouchHttp } from './couch-http.ts';
import { forgetRefusal, keepRefusal } from './refused-records.ts';
import { MeteredMode } from './metered-mode.ts';
import type { DatabaseReplication, ReplicateOptions } from './replicate-database.ts';
import { replicateDatabase } from './replicate-database.ts';
import { createConflictHandler } from './resolve-conflict.ts';
import type { Stop, Surroundings } from './surroundings.ts';
import { putServerVersions } from './take-server-version.ts';
import { ToldNews } from './told-news.ts';

const STATUS_FACT = 'sync:status';
/** A member's book and the coordinator's network are listened to, the commons looked at every minute. */
const LISTENED: readonly DatabaseName[] = ['book', 'network'];

/** The network's copy is by far the largest and comes last. */
const IN_ORDER: readonly DatabaseName[] = ['book', 'commons', 'network'];
/** Nobody waits longer for the others before the network's copy. */
const LONGEST_WAIT_MS = 30_000;

/** Runs the exchange of one account. Only one window of a device exchanges; all windows read the status it keeps. */
export class SyncEngine {
  readonly #store: BookStore;
  readonly #around: Surroundings;
  readonly #replications: DatabaseReplication[] = [];
  #checks: CheckRunner | undefined;
  #metered: MeteredMode | undefined;
  readonly #routes: BookRoutes;
  readonly #news = new ToldNews();
  readonly #checked: CheckedDatabase[] = [];
  readonly #pulled = new Set<DatabaseName>();
  readonly #stops: Stop[] = [];
  #status: SyncStatus = NEVER_SYNCED;
  #expected = 0;
  #isStopped = false;

  constructor(store: BookStore, around: Surroundings) {
    this.#store = store;
    this.#around = around;
    this.#routes = openBookRoutes(store.parts.account.account, around);
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
    const metered = new MeteredMode(facts, page.savesData, () => {
      this.syncNow();
    });
    this.#metered = metered;
    this.#stops.push(this.#routes.abortAll);
    const names = IN_ORDER.filter((name) => collections[name] !== undefined);
    this.#expected = names.length;
    void this.#beginWhenTold(account.role === 'supportTeam' ? 'office' : 'person');
    for (const name of names) {
      if (name === 'network' && !(await this.#othersFirst())) return;
      this.#begin(name, LISTENED.includes(name) ? 'bell' : 'poll');
    }
    this.#checks = new CheckRunner(this.#store, this.#checked, this.#around);
    this.#checks.start(() => this.#status.phase === 'upToDate');
    this.#stops.push(
      watchWishes(facts, 'sync-wish', () => {
        this.#exchangeNow();
      }),
    );
  }

  /** Begins the exchange of one database, unless this account has none of that name. */
  #begin(name: DatabaseName, live: ReplicateOptions['live']): void {
    const { account, collections, context, facts } = this.#store.parts;
    const database = databaseBehind(account, name);
    const collection = collections[name];
    if (this.#isStopped || database === undefined || collection === undefined) return;
    collection.conflictHandler = createConflictHandler(
      context,
      (copy) => keepConflictCopy(this.#store, copy),
      this.#around.timers,
    );
    const hear = (headers: Headers): void => {
      this.#news.hear(headers.get(NEWS_HEADER));
    };
    const isCopy = name === 'network' || name === 'office';
    const replication = replicateDatabase({
      name: `${account.account}-${database}`,
      collection,
      image: this.#store.image(name),
      http: createCouchHttp(database, account.account, this.#around, name === 'commons' ? hear : undefined),
      around: this.#around,
      isWritable: account.role === 'supportTeam' ? isCopy || name === 'commons' : name === 'book',
      ...(isCopy && { pushHttp: this.#routes.of }),
      live,
      isMetered: () => this.#metered?.isOn === true,
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
    this.#checked.push({ name, database, replication });
  }

  /**
   * Begins with the database that nobody asks for, once the server tells that something is in it or something of it waits
   * here; from then on it is looked at when the server tells.
   */
  async #beginWhenTold(name: DatabaseName): Promise<void> {
    const image = this.#store.parts.images[name];
    if (image === undefined) return;
    const waits = new Promise<void>((resolve) => {
      const look = (): void => {
        if (image.pendingCount > 0) resolve();
      };
      this.#stops.push(image.subscribe(look));
      look();
    });
    await Promise.race([this.#news.next(), waits]);
    if (this.#isStopped) return;
    this.#expected += 1;
    this.#begin(name, this.#news.next);
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
