import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { toDocument } from '../../sync-server/couch/stored-record.ts';
import { openCouchProxy } from '../../sync-server/http/couch-proxy.ts';
import { readJsonRequest } from '../../sync-server/http/request-policy/read-json-request.ts';
import type { TestCouch } from '../../sync-server/testing/test-couch.ts';
import { startTestCouch } from '../../sync-server/testing/test-couch.ts';

const FILLED_AT_ONCE = 500;
const ROLE = 'member';
/** As long as the cookie of a session, which the line carries with every request. */
const COOKIE = `sillon-session-prenom.nomdefamille=${'x'.repeat(43)}; Path=/; HttpOnly; SameSite=Strict`;

/** Databases without rules behind the front's own way to CouchDB, without its sign-in. */
export interface WireServer {
  readonly port: number;
  /** Makes a database and fills it. */
  readonly fill: (database: string, records: readonly AnyRecord[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startWireServer(): Promise<WireServer> {
  const test: TestCouch = await startTestCouch();
  const proxy = openCouchProxy(test.couch.url, 100, (response, status) => {
    response.writeHead(status);
    response.end();
  });
  const front = createServer((incoming, outgoing) => {
    const token = test.key.signToken('plain', [ROLE]);
    if (incoming.headers.cookie === undefined) outgoing.setHeader('set-cookie', COOKIE);
    const path = (incoming.url ?? '').replace(/^\/couch/, '');
    const isRead = incoming.method === 'GET' || incoming.method === 'HEAD';
    void (isRead ? Promise.resolve(undefined) : readJsonRequest(incoming)).then((body) => {
      const prepared = body?.ok === true ? { text: JSON.stringify(body.value) } : undefined;
      const { signal } = new AbortController();
      return proxy.forward({ path, session: 'bench', token, incoming, outgoing, signal, prepared });
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    port: (front.address() as AddressInfo).port,
    fill: async (database, records) => {
      await test.couch.request({ db: database, method: 'PUT' });
      const body = { admins: {}, members: { roles: [ROLE] } };
      await test.couch.request({ db: database, path: '_security', method: 'PUT', body });
      for (let start = 0; start < records.length; start += FILLED_AT_ONCE) {
        const documents = records.slice(start, start + FILLED_AT_ONCE).map(toDocument);
        await test.couch.database(database).writeAll(documents, true);
      }
    },
    close: async () => {
      proxy.close();
      front.closeAllConnections();
      front.close();
      await test.close();
    },
  };
}
