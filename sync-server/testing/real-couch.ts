import type { CouchAdmin } from '../couch/connect.ts';

/** The CouchDB that tests may use besides the embedded server: an address without name and password, and who they are. */
export interface RealCouch {
  readonly url: string;
  readonly admin: CouchAdmin;
}

/**
 * The CouchDB of `COUCHDB_URL`; `undefined` when it is not set, which is said once for each suite. Name and password stand
 * in it, percent-encoded where they must be, or in `COUCHDB_USER` and `COUCHDB_PASSWORD`.
 */
export function findRealCouch(
  suite: string,
  { COUCHDB_URL: url, COUCHDB_USER: name, COUCHDB_PASSWORD: password }: NodeJS.ProcessEnv = process.env,
): RealCouch | undefined {
  if (url === undefined || url === '') {
    console.log(`${suite}: COUCHDB_URL is not set, no real CouchDB was asked`);
    return undefined;
  }
  const address = new URL(url);
  const admin = {
    name: address.username === '' ? (name ?? '') : decodeURIComponent(address.username),
    password: address.password === '' ? (password ?? '') : decodeURIComponent(address.password),
  };
  address.username = '';
  address.password = '';
  return { url: address.href.replace(/\/+$/, ''), admin };
}
