import 'fake-indexeddb/auto';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import { unwrap } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../shared/records/write-record.ts';
import type { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { BookStore } from '../../data/book-store.ts';
import { openStore } from '../../data/open-store.ts';
import { until } from '../../data/testing/fresh-store.ts';
import { keepConflictCopy } from '../../data/keep-conflict-copy.ts';
import { createCouchHttp } from '../couch-http.ts';
import type { DatabaseReplication } from '../replicate-database.ts';
import { replicateDatabase } from '../replicate-database.ts';
import type { Refusal } from '../push-records.ts';
import { createConflictHandler } from '../resolve-conflict.ts';
import { pathOf } from './path-of.ts';

/** What a fault does with a request: nothing (`undefined`), another answer, or it throws. `send` sends it all the same. */
export type Fault = (path: string, send: () => Promise<Response>) => Promise<Response> | undefined;

// What a browser has and Node has not.
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });

let devices = 0;

/**
 * The device of a member in Node: the application's own store and exchange of the book against a real server. One a person:
 * two stores of one name in one process would be two windows of one device.
 */
export class SyncDevice {
  readonly store: BookStore;
  readonly refusals: Refusal[] = [];
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  fault: Fault = () => undefined;
  readonly #client: TestDevice;
  #replication: DatabaseReplication | undefined;

  private constructor(store: BookStore, client: TestDevice) {
    this.store = store;
    this.#client = client;
  }

  /** Opens a device for an account that signed in through `client`. */
  static async open(client: TestDevice, account: AccountInfo): Promise<SyncDevice> {
    devices += 1;
    const store = await openStore(account);
    await until(() => store.book.isComplete);
    return new SyncDevice(store, client);
  }

  start(): void {
    const { collections, account, context } = this.store.parts;
    const { book } = collections;
    if (book === undefined || account.databases.book === undefined) throw new Error('no book');
    book.conflictHandler = createConflictHandler(context, (copy) => keepConflictCopy(this.store, copy));
    this.#replication = replicateDatabase({
      name: `${account.account}-${String(devices)}`,
      collection: book,
      image: this.store.book,
      http: createCouchHttp(account.databases.book, account.account, (input, init) => this.#send(pathOf(input), init)),
      isWritable: true,
      live: 'bell',
      outcome: {
        onRefused: (refusal) => Promise.resolve(void this.refusals.push(refusal)),
        onAccepted: () => Promise.resolve(),
      },
      onError: (error) => void this.errors.push(error.code),
      onPulled: () => undefined,
    });
  }

  get replication(): DatabaseReplication {
    if (this.#replication === undefined) throw new Error('not started');
    return this.#replication;
  }

  /** Sends what a request of the exchange, or the fault in its place, gives. */
  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    this.requests.push(path);
    const send = (): Promise<Response> => this.#client.fetch(path, init);
    return (await this.fault(path, send)) ?? send();
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
    unwrap(await this.store.write('entry', [{ before, after }]));
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
