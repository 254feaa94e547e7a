import type { CouchAdmin } from './connect.ts';

/** A CouchDB by its address, without name and password in it, and its administrator as far as it is known. */
export interface NamedCouch {
  readonly url: string;
  readonly admin: CouchAdmin | undefined;
}

/**
 * The CouchDB that `COUCHDB_URL` names; `undefined` when none is named. The administrator stands in `COUCHDB_USER` and
 * `COUCHDB_PASSWORD` or, percent-encoded where they must be, in the address. Throws a `TypeError` when it is no address.
 */
export function readNamedCouch({
  COUCHDB_URL: url,
  COUCHDB_USER: name,
  COUCHDB_PASSWORD: password,
}: NodeJS.ProcessEnv): NamedCouch | undefined {
  if (url === undefined || url === '') return undefined;
  const address = new URL(url);
  const given = address.username === '' ? undefined : readCredentials(address);
  address.username = '';
  address.password = '';
  const admin = name === undefined || password === undefined ? given : { name, password };
  return { url: address.href.replace(/\/+$/, ''), admin };
}

function readCredentials({ username, password }: URL): CouchAdmin {
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
