import 'fake-indexeddb/auto';
import './online-navigator.ts';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import type { Clock } from '../../../shared/core/ports.ts';
import { unwrap } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../shared/records/write-record.ts';
import type { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { BookStore } from '../../data/book-store.ts';
import { openStore } from '../../data/open-store.ts';
import { until } from '../../data/testing/fresh-store.ts';
import type { DatabaseReplication } from '../replicate-database.ts';
import type { Refusal } from '../push-records.ts';
import { pathOf } from './path-of.ts';
import { startExchange } from './start-exchange.ts';

/** What a fault does with a request: nothing (`undefined`), another answer, or it throws. `send` sends it all the same. */
export type Fault = (path: string, send: () => Promise<Response>) => Promise<Response> | undefined;

/** What carries the exchange's requests to a server. */
type Client = Pick<TestDevice, 'fetch'>;

/** What makes a device differ from a person's only one. */
export interface DeviceOptions {
  readonly clock?: Clock;
  /** Two stores of one name in one process would be two windows of one device: a second device needs a name of its own. */
  readonly storeName?: string;
}

/** The device of a member in Node: the application's own store and exchange of the book against a real server. */
export class SyncDevice {
  readonly store: BookStore;
  readonly refusals: Refusal[] = [];
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  fault: Fault = () => undefined;
  /** How long a request of the exchange may take; undefined: as in the application. */
  patienceMs: number | undefined;
  readonly #client: Client;
  readonly #options: DeviceOptions;
  #replication: DatabaseReplication | undefined;

  private constructor(store: BookStore, client: Client, options: DeviceOptions) {
    this.store = store;
    this.#client = client;
    this.#options = options;
  }

  /** Opens a device for an account that signed in through `client`. */
  static async open(client: Client, account: AccountInfo, options: DeviceOptions = {}): Promise<SyncDevice> {
    const store = await openStore(account, options.clock, options.storeName);
    await until(() => store.book.isComplete);
    return new SyncDevice(store, client, options);
  }

  /** Closes the device and opens what is on its disk, as the next start of the computer does; the exchange is not started. */
  async reopen(): Promise<SyncDevice> {
    await this.close();
    const next = await SyncDevice.open(this.#client, this.store.parts.account, this.#options);
    next.fault = this.fault;
    return next;
  }

  start(): void {
    this.#replication = startExchange(this.store, 'book', {
      send: (path, init) => this.#send(path, init),
      onRefused: (refusal) => void this.refusals.push(refusal),
      onError: (code) => void this.errors.push(code),
      patienceMs: () => this.patienceMs,
    });
  }

  get replication(): DatabaseReplication {
    if (this.#replication === undefined) throw new Error('not started');
    return this.#replication;
  }

  /** Sends what a request of the exchange, or the fault in its place, gives. */
  #send(path: string, init: RequestInit = {}): Promise<Response> {
    this.requests.push(path);
    const send = (): Promise<Response> => this.#client.fetch(path, init);
    // As a browser's: whatever happens on the line, a request that is given up fails at once.
    const givenUp = new Promise<never>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(init.signal?.reason as Error);
      });
    });
    return Promise.race([this.fault(path, send) ?? send(), givenUp]);
  }

  /** The server's side of a check, without faults. */
  get fetch(): typeof fetch {
    return (input, init) => this.#client.fetch(pathOf(input), init);
  }

  async write(label: string, before?: RecordOf<'ledgerEntry'>): Promise<RecordOf<'ledgerEntry'>> {
    const { context, account } = this.store.parts;
    const after =
      before === undefined
        ? createRecord(context, {
            type: 'ledgerEntry',
            activityId: account.activityId ?? '',
            date: '2026-03-02',
            status: 'active',
            body: { label, category: 'sale', amountCents: 100, currency: 'EUR', vatRatePpm: 0, vatCents: 0 },
          })
        : reviseRecord(context, before, { body: { ...before.body, label } });
    unwrap(await this.store.write('entryChanged', [{ before, after }]));
    return after;
  }

  entry(id: string): RecordOf<'ledgerEntry'> | undefined {
    const record: AnyRecord | undefined = this.store.book.get(id);
    return record?.type === 'ledgerEntry' ? (record as RecordOf<'ledgerEntry'>) : undefined; // its type says so
  }

  /** Waits until nothing is left to send. */
  async settle(): Promise<void> {
    await until(() => this.store.book.pendingCount === 0);
  }

  async close(): Promise<void> {
    await this.#replication?.stop();
    await this.store.close();
  }
}
