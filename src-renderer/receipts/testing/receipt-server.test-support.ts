import 'fake-indexeddb/auto';
import type PouchDB from 'pouchdb-core';
import { FaultProxy } from '../../../build/soak/fault-proxy.ts';
import type { Line } from '../../../build/soak/line.ts';
import { CLEAN_LINE } from '../../../build/soak/line.ts';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import { receiptsDatabase } from '../../../shared/access/database-names.ts';
import { seedRandom } from '../../../shared/demo/demo-random.ts';
import { TestDevice } from '../../../sync-server/testing/test-device.ts';
import type { TestServer } from '../../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../../sync-server/testing/test-server.ts';
import type { RemoteReceipts } from '../remote-receipts.ts';
import { openCouchFile } from '../../e2e/support/couch-file.ts';
import { openRemote } from '../remote-receipts.ts';
import { openVault } from '../vault.ts';
import type { ReceiptVault } from '../vault.ts';

const PASSWORD = 'champ de lin bleu';
const CREDENTIALS = { account: 'ada.fall', password: PASSWORD, deviceName: 'more' };

/** One device of the member, on a line of its own, with the requests its receipts made. */
export interface ReceiptDevice {
  readonly account: AccountInfo;
  readonly client: TestDevice;
  readonly proxy: FaultProxy;
  readonly vault: ReceiptVault;
  readonly remote: RemoteReceipts;
  readonly requests: string[];
  readonly fetch: typeof fetch;
}

/** A whole server with one member, whose devices reach it over lines that can break. */
export class ReceiptServer {
  readonly server: TestServer;
  readonly activityId: string;
  readonly #proxies: FaultProxy[] = [];

  private constructor(server: TestServer, activityId: string) {
    this.server = server;
    this.activityId = activityId;
  }

  /** `environment`: on a database server of its own. */
  static async open(environment?: NodeJS.ProcessEnv): Promise<ReceiptServer> {
    const server = await startTestServer(environment === undefined ? {} : { environment });
    const { code, activityId } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
    await new TestDevice(server.url).open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'first' });
    return new ReceiptServer(server, activityId);
  }

  get database(): string {
    return receiptsDatabase(this.activityId);
  }

  /** Signs the member in on one more device. */
  async openDevice(vaultName: string, line: Line = CLEAN_LINE): Promise<ReceiptDevice> {
    const proxy = new FaultProxy(Number(new URL(this.server.url).port), seedRandom(vaultName));
    this.#proxies.push(proxy);
    proxy.line = line;
    const client = new TestDevice(`http://127.0.0.1:${String(await proxy.listen())}`);
    const account = await client.open('/api/session', CREDENTIALS);
    const requests: string[] = [];
    const send: typeof fetch = (input, init) => {
      const path = input as string; // all our requests name a path
      requests.push(`${init?.method ?? 'GET'} ${path.replace(/^\/couch\/[^/]+\//, '').replace(/\?.*/, '')}`);
      return client.fetch(path, init);
    };
    const remote = openRemote(this.database, account.account, send);
    const vault = openVault(vaultName);
    giveBuffers(vault.database);
    return { account, client, proxy, vault, remote, requests, fetch: send };
  }

  /** The person gives the password again on a device whose session ended. */
  async signInAgain({ client }: ReceiptDevice): Promise<void> {
    await client.open('/api/session', CREDENTIALS);
  }

  /** Takes a chunk off the server, as an administrator or an old backup would. */
  takeAway(id: string): void {
    const file = openCouchFile(this.server.dataDir);
    file.prepare('DELETE FROM document WHERE id = ?').run(id);
    file.close();
  }

  async close(): Promise<void> {
    for (const proxy of this.#proxies) await proxy.close();
    await this.server.close();
  }
}

/** In Node PouchDB's HTTP adapter takes Buffers only, while what comes out of its IndexedDB adapter is none any more. */
function giveBuffers(database: PouchDB.Database): void {
  const original = database.getAttachment.bind(database);
  database.getAttachment = async (...target) => {
    const bytes = await new Response(await original(...target)).arrayBuffer();
    return Buffer.from(bytes) as unknown as Blob; // what Node's PouchDB takes for one
  };
}
