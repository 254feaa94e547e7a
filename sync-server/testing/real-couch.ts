import type { CouchAdmin } from '../couch/connect.ts';
import { readNamedCouch } from '../couch/named-couch.ts';

/** The CouchDB that tests may use besides the embedded server: an address without name and password, and who they are. */
export interface RealCouch {
  readonly url: string;
  readonly admin: CouchAdmin;
}

/** The CouchDB of `COUCHDB_URL`; `undefined` when it is not set, which is said once for each suite. */
export function findRealCouch(suite: string): RealCouch | undefined {
  const named = readNamedCouch(process.env);
  if (named === undefined) {
    console.log(`${suite}: COUCHDB_URL is not set, no real CouchDB was asked`);
    return undefined;
  }
  if (named.admin === undefined) throw new Error('COUCHDB_URL is set, but its administrator is not');
  return { url: named.url, admin: named.admin };
}
