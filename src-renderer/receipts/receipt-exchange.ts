import type { AppError, ErrorCode } from '../../shared/core/errors.ts';
import type { SyncStatus } from '../../shared/sync/sync-status.ts';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import type { BookStore } from '../data/book-store.ts';
import { watchWishes } from '../data/wishes.ts';
import { browserTimers } from '../sync/browser-surroundings.ts';
import { watchMetered } from '../sync/metered-mode.ts';
import { watchRefusals } from '../sync/refused-records.ts';
import { watchSyncStatus } from '../sync/sync-engine.ts';
import { WakeSignal } from '../sync/wake-signal.ts';
import type { ReceiptProgress } from './exchange-state.ts';
import { IDLE, saveProgress, watchExchangeState } from './exchange-state.ts';
import { homeDatabase } from './home-database.ts';
import type { WaitingReceipt } from './list-waiting.ts';
import { listWaiting } from './list-waiting.ts';
import type { ReceiptFact } from './receipt-facts.ts';
import { listReceiptFacts, noteKept, noteProblem, noteVerified, watchReceiptFacts } from './receipt-facts.ts';
import { relieveSpace } from './release-space.ts';
import { SendGate } from './send-gate.ts';
import type { ReceiptKey } from './vault.ts';

/** How often the space on the device is looked at. */
const LOOK_MS = 600_000;
/** What another try would not change: the receipt is left aside until Sillon is opened again. */
const LASTING: readonly ErrorCode[] = [
  'record.notFound',
  'file.unreadable',
  'receipt.altered',
  'record.forbidden',
  'quota.reached',
];

/** Sends the receipts of one account after its records, from the one window of the device that exchanges. */
export class ReceiptExchange {
  readonly #store: BookStore;
  readonly #gate = new SendGate();
  readonly #signal = new WakeSignal(browserTimers);
  readonly #leftAside = new Set<string>();
  #stops: readonly (() => void)[] = [];
  #known: readonly ReceiptFact[] = [];
  #status: SyncStatus = NEVER_SYNCED;
  #isPaused = true;
  /** Unknown until the device's own note was read. */
  #isMetered: boolean | undefined;
  /** The person asked for the exchange: what waits now may go over a metered line. */
  #isAsked = false;
  #progress = IDLE;
  #refusedCount = 0;
  #isStopped = false;
  #isSurveyed = false;
  #changes = 0;
  #underWay: AbortController | undefined;

  constructor(store: BookStore) {
    this.#store = store;
  }

  /** Works until {@link stop}; at first it waits to be the leading window. */
  async start(fetchLike: typeof fetch): Promise<void> {
    const { database, facts, images } = this.#store.parts;
    await database.waitForLeadership();
    if (this.#isStopped) return;
    this.#stops = [
      watchSyncStatus(this.#store, (status) => {
        this.#follow(status);
      }),
      watchReceiptFacts(facts, (known) => {
        this.#known = known;
        this.#wake();
      }),
      watchRefusals(facts, (refused) => {
        this.#refusedCount = refused.length;
        this.#wake();
      }),
      watchExchangeState(facts, ({ isPaused, progress }) => {
        if (isPaused) this.#underWay?.abort();
        else if (this.#isPaused) this.#gate.open();
        this.#isPaused = isPaused;
        this.#progress = progress;
        this.#wake();
      }),
      watchWishes(facts, 'receipts-wish', () => {
        this.#isAsked = true;
        this.#gate.open();
        this.#wake();
      }),
      watchMetered(facts, (isOn) => {
        if (isOn && this.#isMetered === false) {
          this.#isAsked = false;
          this.#underWay?.abort();
        }
        this.#isMetered = isOn;
        this.#wake();
      }),
      ...(images.book === undefined ? [] : [images.book.subscribe(this.#wake)]),
    ];
    await this.#work(fetchLike);
  }

  stop(): void {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    this.#underWay?.abort();
    this.#wake();
  }

  readonly #wake = (): void => {
    this.#changes += 1;
    this.#signal.wake();
  };

  async #work(fetchLike: typeof fetch): Promise<void> {
    while (!this.#isStopped) {
      const changes = this.#changes;
      await this.#step(fetchLike).catch(() => {
        // A full disk or a store that is being closed: nothing is lost, the next step looks again.
        this.#gate.failed();
      });
      if (changes !== this.#changes) continue;
      const { waitMs } = this.#gate;
      await this.#signal.sleep(waitMs === 0 ? LOOK_MS : Math.min(LOOK_MS, waitMs));
    }
  }

  #follow(status: SyncStatus): void {
    // Every exchange of records that goes through renews the hope.
    const isThrough = status.phase === 'upToDate' && status.lastSyncedAt !== this.#status.lastSyncedAt;
    this.#status = status;
    if (isThrough) this.#gate.open();
    this.#wake();
  }

  async #step(fetchLike: typeof fetch): Promise<void> {
    if (this.#isPaused || this.#isMetered === undefined) return;
    if (this.#isMetered && !this.#isAsked) {
      if (this.#progress.phase !== 'held' && this.#waiting.length > 0) await this.#save({ ...IDLE, phase: 'held' });
      return;
    }
    if (this.#progress.phase === 'held') await this.#save(IDLE);
    if (this.#status.phase !== 'upToDate' || !this.#gate.isOpen) return;
    await this.#survey();
    const next = this.#next();
    if (next === undefined) {
      if (this.#waiting.length === 0) this.#isAsked = false;
      await relieveSpace(this.#store, this.#known, fetchLike);
    } else {
      await this.#send(next, fetchLike);
      this.#wake();
    }
  }

  #next(): WaitingReceipt | undefined {
    const { book } = this.#store.parts.images;
    // Records first: what the person wrote last goes before any receipt. Refused records wait for a person.
    if (book?.isComplete !== true || book.pendingCount > this.#refusedCount) return undefined;
    return this.#waiting.find(({ isRecordSent }) => isRecordSent);
  }

  /** What would be sent if nothing were in the way. */
  get #waiting(): readonly WaitingReceipt[] {
    const expenses = this.#store.parts.images.book?.list('expense') ?? [];
    return listWaiting(expenses, this.#known).filter(({ sha256 }) => !this.#leftAside.has(sha256));
  }

  async #send(next: WaitingReceipt, fetchLike: typeof fetch): Promise<void> {
    const { account, database, facts } = this.#store.parts;
    const { openRemote, openVault, uploadReceipt } = await import('./library.ts');
    const remote = openRemote(next.database, account.account, fetchLike);
    const underWay = new AbortController();
    this.#underWay = underWay;
    let first: number | undefined;
    const show = (share: number): void => {
      first ??= share;
      // A cut after a few chunks is no failure: the next try need not wait long.
      if (share > first) this.#gate.succeeded();
      void this.#save({ phase: 'sending', sha256: next.sha256, share, lastError: '' });
    };
    const { signal } = underWay;
    const done = await uploadReceipt(openVault(database.name), remote, next, { signal, onProgress: show });
    this.#underWay = undefined;
    await remote.close();
    if (done.ok) {
      await noteVerified(facts, this.#now(), next);
      this.#gate.succeeded();
      await this.#save(IDLE);
    } else await this.#failed(next, done.error);
    this.#known = await listReceiptFacts(facts);
  }

  async #failed(receipt: ReceiptKey, { code, details }: AppError): Promise<void> {
    if (code === 'desktop.cancelled') return this.#save(IDLE);
    if (LASTING.includes(code)) {
      this.#leftAside.add(receipt.sha256);
      await noteProblem(this.#store.parts.facts, receipt, code);
      return this.#save(IDLE);
    }
    if (code === 'session.expired' || code === 'session.ended') {
      this.#gate.refused();
      return this.#save({ ...IDLE, phase: 'signIn', lastError: code });
    }
    this.#gate.failed(Number(details?.['retryAfterMs'] ?? 0));
    return this.#save({ ...IDLE, phase: 'waiting', lastError: code });
  }

  /** Once: notes the receipts that are on this device without a note. */
  async #survey(): Promise<void> {
    const { account, database, facts, images } = this.#store.parts;
    if (this.#isSurveyed || images.book?.isComplete !== true) return;
    this.#isSurveyed = true;
    const noted = new Set(this.#known.map(({ sha256 }) => sha256));
    const expenses = images.book
      .list('expense')
      .filter(({ body }) => body.receipt !== undefined && !noted.has(body.receipt.sha256));
    if (expenses.length === 0) return;
    const { findUnnoted, openVault } = await import('./library.ts');
    const keys = expenses.flatMap(({ body }) => body.receipt ?? []);
    const found = new Set(await findUnnoted(openVault(database.name), keys));
    for (const { activityId, createdAt, body } of expenses) {
      if (body.receipt === undefined || !found.has(body.receipt)) continue;
      const { sha256, sizeBytes } = body.receipt;
      await noteKept(facts, createdAt, { sha256, sizeBytes }, homeDatabase(account, activityId));
    }
    this.#known = await listReceiptFacts(facts);
  }

  async #save(progress: ReceiptProgress): Promise<void> {
    if (this.#isStopped) return;
    this.#progress = progress;
    await saveProgress(this.#store.parts.facts, this.#now(), progress).catch(() => undefined);
  }

  #now(): string {
    return this.#store.parts.context.clock();
  }
}
