import 'fake-indexeddb/auto';
import './online-navigator.ts';
import type { SettingsInForce } from '../../../shared/cooperative/settings-in-force.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { BookStore } from '../../data/book-store.ts';
import { waitsForChoice } from '../../data/conflicts/open-conflicts.ts';
import { openStore } from '../../data/open-store.ts';
import { cooperativeIn } from '../../data/read-cooperative.ts';
import { until } from '../../data/testing/fresh-store.ts';
import type { Refusal } from '../push-records.ts';
import type { DatabaseReplication } from '../replicate-database.ts';
import type { EnrollingServer } from './open-member.test-support.ts';
import { startExchange } from './start-exchange.ts';

/** Every test has stores of its own, though its people have the same names. */
let opened = 0;

const PASSWORD = 'champ de lin bleu';

/** The device of a coordinator in Node: the application's own store and exchange of the commons against a real server. */
export class CoordinatorDevice {
  readonly store: BookStore;
  /** Plain client of the same session, to read what the server holds. */
  readonly client: TestDevice;
  readonly refusals: Refusal[] = [];
  isOffline = false;
  readonly #replication: DatabaseReplication;

  private constructor(store: BookStore, client: TestDevice) {
    this.store = store;
    this.client = client;
    this.#replication = startExchange(store, 'commons', {
      send: (path, init) => (this.isOffline ? Promise.reject(new TypeError('offline')) : client.fetch(path, init)),
      onRefused: (refusal) => void this.refusals.push(refusal),
    });
  }

  /** Enrols a coordinator of that name and opens a device of theirs. Close it after the test. */
  static async open(server: EnrollingServer, name: string): Promise<CoordinatorDevice> {
    const { code } = await server.enrol({ name, isSupport: true });
    const client = new TestDevice(server.url);
    const door = { code, password: PASSWORD, deviceName: 'bureau' };
    const account = await client.open('/api/enrolments/redeem', door);
    opened += 1;
    const store = await openStore(account, undefined, `coordinator-${String(opened)}`);
    await until(() => store.image('commons').isComplete);
    return new CoordinatorDevice(store, client);
  }

  /** The settings as this device has them. */
  get settings(): SettingsInForce {
    const settings = cooperativeIn(this.store.image('commons'));
    if (settings === undefined) throw new Error('no settings here');
    return settings;
  }

  /** What clashed with another coordinator's work and was not settled yet. */
  get conflicts(): readonly RecordOf<'conflictCopy'>[] {
    const copies = this.store.image('network').list('conflictCopy');
    return copies.filter((copy) => waitsForChoice(copy, this.store.parts.account.role));
  }

  get hasSettings(): boolean {
    return cooperativeIn(this.store.image('commons')) !== undefined;
  }

  syncNow(): void {
    this.#replication.syncNow();
  }

  /** The line is there again, and nothing is left to send. */
  async settle(): Promise<void> {
    this.isOffline = false;
    this.syncNow();
    await until(() => this.store.image('commons').pendingCount === 0);
  }

  async close(): Promise<void> {
    await this.#replication.stop();
    await this.store.close();
  }
}
