import { unwrap } from '../../../shared/core/result.ts';
import { createRecord } from '../../../shared/records/write-record.ts';
import { CHUNK_BYTES } from '../../../shared/receipts/receipt-chunks.ts';
import type { BookStore } from '../../data/book-store.ts';
import { openStore } from '../../data/open-store.ts';
import { writeRecords } from '../../data/storage-access.ts';
import { until } from '../../data/testing/fresh-store.ts';
import { IDLE, watchExchangeState } from '../exchange-state.ts';
import type { ReceiptProgress } from '../exchange-state.ts';
import { ReceiptExchange } from '../receipt-exchange.ts';
import type { ReceiptFact } from '../receipt-facts.ts';
import { listReceiptFacts, noteKept } from '../receipt-facts.ts';
import type { ReceiptKey } from '../vault.ts';
import type { ReceiptDevice, ReceiptServer } from './receipt-server.test-support.ts';
import { someBytes } from './some-bytes.test-support.ts';

export const KEPT_AT = '2026-01-01T00:00:00.000Z';
let count = 0;

/** A member's device with its store and the exchange of receipts; the test plays the exchange of records. */
export class ExchangeDevice {
  readonly device: ReceiptDevice;
  readonly store: BookStore;
  readonly database: string;
  progress: ReceiptProgress = IDLE;
  readonly #exchange: ReceiptExchange;
  readonly #stopWatching: () => void;

  private constructor(device: ReceiptDevice, store: BookStore, database: string) {
    this.device = device;
    this.store = store;
    this.database = database;
    this.#stopWatching = watchExchangeState(store.parts.facts, ({ progress }) => {
      this.progress = progress;
    });
    this.#exchange = new ReceiptExchange(store);
    void this.#exchange.start(device.fetch);
  }

  static async open(receipts: ReceiptServer): Promise<ExchangeDevice> {
    count += 1;
    // The name of a store follows from its account; a test never meets what another left.
    const device = await receipts.openDevice(`sillon-coop-person-${String(count)}`);
    const store = await openStore({ ...device.account, account: `person-${String(count)}` });
    await until(() => store.book.isComplete);
    return new ExchangeDevice(device, store, receipts.database);
  }

  /** Says what the exchange of records would say. */
  async say(phase: 'upToDate' | 'offline'): Promise<void> {
    const at = new Date().toISOString();
    const body = { phase, lastSyncedAt: phase === 'upToDate' ? at : '', lastError: '', lastErrorAt: '' };
    await this.store.parts.facts.put({ id: 'sync:status', kind: 'sync', at, body });
  }

  /** Keeps a receipt as the expense screen does. */
  async keep(chunks: number): Promise<ReceiptKey> {
    const key = unwrap(await this.device.vault.put(someBytes(chunks * CHUNK_BYTES, Math.random() * 1e6)));
    await noteKept(this.store.parts.facts, KEPT_AT, key, this.database);
    return key;
  }

  /** Writes the expense of a receipt; `isPending` until the server has it. */
  async addExpense(key: ReceiptKey, isPending = false): Promise<void> {
    const { book } = this.store.parts.collections;
    if (book === undefined) throw new Error('a member has a book');
    const record = createRecord(this.store.parts.context, {
      type: 'expense',
      activityId: this.store.parts.account.activityId ?? '',
      date: '2026-01-01',
      status: 'active',
      body: {
        label: 'Gasoil',
        category: 'travel',
        amountCents: 4830,
        currency: 'EUR',
        vatRatePpm: 200_000,
        vatCents: 805,
        paidBy: 'member',
        receipt: { ...key, mimeType: 'image/jpeg', fileName: 'ticket.jpg' },
      },
    });
    unwrap(await writeRecords(book, [{ before: undefined, after: record }], isPending ? 'waits' : 'asGiven'));
    await until(() => this.store.book.get(record.id) !== undefined);
  }

  async factOf({ sha256 }: ReceiptKey): Promise<ReceiptFact | undefined> {
    return (await listReceiptFacts(this.store.parts.facts)).find((fact) => fact.sha256 === sha256);
  }

  async isVerified(key: ReceiptKey): Promise<boolean> {
    return ((await this.factOf(key))?.verifiedAt ?? '') !== '';
  }

  get sentCount(): number {
    return this.device.requests.filter((request) => request === 'POST _bulk_docs').length;
  }

  async close(): Promise<void> {
    this.#stopWatching();
    this.#exchange.stop();
    await this.store.close();
  }
}
