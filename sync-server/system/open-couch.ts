import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Couch, CouchAdmin } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import { openOutageLog } from '../couch/database-outage.ts';
import type { NamedCouch } from '../couch/named-couch.ts';
import { readNamedCouch } from '../couch/named-couch.ts';
import { findAdministrator } from '../data-folder/administrator.ts';
import type { EmbeddedLimits } from '../embedded/limits.ts';
import { startEmbeddedCouch } from '../embedded/server.ts';
import { StartError } from '../data-folder/start-error.ts';

export interface CouchPlace {
  readonly dataDir: string;
  /** Where `COUCHDB_URL`, `COUCHDB_USER` and `COUCHDB_PASSWORD` are read. */
  readonly environment: NodeJS.ProcessEnv;
  /** Public keys by id whose tokens the embedded server accepts. */
  readonly tokenKeys: Readonly<Record<string, string>>;
  readonly limits?: Partial<EmbeddedLimits>;
  readonly log?: (line: string) => void;
  /** Called with a fresh administrator, whose password is shown this once. */
  readonly onNewAdministrator?: (admin: CouchAdmin) => void;
}

/** The database server of a data folder. */
export interface OpenCouch {
  readonly couch: Couch;
  /** Replaces the accepted token keys of the embedded server; absent for a CouchDB of its own. */
  readonly setTokenKeys?: (keys: Readonly<Record<string, string>>) => void;
  readonly close: () => Promise<void>;
}

/** The CouchDB that `COUCHDB_URL` names; `undefined` when none is named. Nothing is sent yet. */
export function connectNamedCouch(environment: NodeJS.ProcessEnv, log?: (line: string) => void): Couch | undefined {
  let named: NamedCouch | undefined;
  try {
    named = readNamedCouch(environment);
  } catch {
    throw new StartError('COUCHDB_URL is not an address.');
  }
  if (named === undefined) return undefined;
  if (named.admin === undefined) {
    throw new StartError('With COUCHDB_URL, set COUCHDB_USER and COUCHDB_PASSWORD to its administrator.');
  }
  return connectCouch(named.url, named.admin, openOutageLog(log ?? (() => undefined)));
}

/** Reaches the CouchDB of `COUCHDB_URL`, or starts the embedded server over the data folder. */
export async function openCouch(place: CouchPlace): Promise<OpenCouch> {
  const named = connectNamedCouch(place.environment, place.log);
  if (named !== undefined) return { couch: named, close: () => Promise.resolve() };
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  const admin = findAdministrator(place.dataDir, place.environment);
  const server = await startEmbeddedCouch({
    dataDir: join(place.dataDir, 'couch'),
    admin: { name: admin.name, password: admin.password },
    jwtPublicKeys: place.tokenKeys,
    ...(place.limits === undefined ? {} : { limits: place.limits }),
    ...(place.log === undefined ? {} : { log: place.log }),
  });
  if (admin.isNew) place.onNewAdministrator?.(admin);
  return {
    couch: connectCouch(server.url, admin),
    setTokenKeys: server.setTokenKeys,
    close: () => server.close(),
  };
}
