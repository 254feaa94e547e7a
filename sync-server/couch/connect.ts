import nano from 'nano';
import type { CouchDatabase } from './couch-database.ts';
import { openDatabase } from './couch-database.ts';
import type { CouchRequest } from './couch-request.ts';
import type { OutageLog } from './database-outage.ts';
import { openOutageLog, watchOutage } from './database-outage.ts';

/** Name and password of CouchDB's administrator. */
export interface CouchAdmin {
  readonly name: string;
  readonly password: string;
}

/** A CouchDB server as its administrator sees it. */
export interface Couch {
  readonly url: string;
  readonly request: <T>(request: CouchRequest) => Promise<T>;
  readonly database: (name: string) => CouchDatabase;
  readonly listDatabases: () => Promise<readonly string[]>;
  /** Asks CouchDB whether a user's password is right; fails with CouchDB's status (401, 403) when not. */
  readonly signIn: (name: string, password: string) => Promise<void>;
}

/** Opens a connection (nothing is sent yet) to an address without name and password. `outage` hears whether it is reached. */
export function connectCouch(
  url: string,
  admin: CouchAdmin,
  outage: OutageLog = openOutageLog(() => undefined),
): Couch {
  const plainUrl = new URL(url).toString().replace(/\/$/, '');
  const credentials = Buffer.from(`${admin.name}:${admin.password}`).toString('base64');
  // `parseUrl` keeps a path in the address from being taken for a database; nano's types do not know it.
  const place = { url: plainUrl, parseUrl: false };
  // The database is near: what is compressed for the devices' lines would only cost time here.
  const headers = { authorization: `Basic ${credentials}`, 'Accept-Encoding': 'identity' };
  const server = nano({ ...place, headers });
  const request = <T>({ query, ...options }: CouchRequest): Promise<T> =>
    watchOutage(
      outage,
      options.signal,
      async () => (await server.request({ ...options, ...(query === undefined ? {} : { qs: query }) })) as T,
    );
  return {
    url: plainUrl,
    request,
    database: (name) => openDatabase(name, request),
    listDatabases: () => request<string[]>({ path: '_all_dbs' }),
    signIn: async (name, password) => {
      // A connection of its own: the administrator's must not pick up this user's cookie.
      await nano(place).auth(name, password);
    },
  };
}
