import { StartError } from '../data-folder/start-error.ts';
import type { Couch } from './connect.ts';
import { couchStatus } from './couch-request.ts';

/** Which server answers: CouchDB itself or the embedded one, which says so in its welcome. */
export interface ServerIdentity {
  readonly kind: 'couchdb' | 'embedded';
  readonly version: string;
}

interface Welcome {
  readonly version: string;
  readonly vendor?: { readonly name?: string };
}

/** Asks a server who it is, as its administrator. Fails with one sentence when it is not one Sillon can work with. */
export async function identifyServer(couch: Couch): Promise<ServerIdentity> {
  let welcome: Welcome;
  try {
    welcome = await couch.request<Welcome>({ path: '' });
    await couch.listDatabases();
  } catch (error) {
    const status = couchStatus(error);
    if (status === 401 || status === 403) {
      throw new StartError('CouchDB refuses the name or password in COUCHDB_USER and COUCHDB_PASSWORD.');
    }
    throw new StartError(`CouchDB does not answer at ${couch.url}.`);
  }
  const { version, vendor } = welcome;
  if (!version.startsWith('3.')) throw new StartError(`CouchDB ${version} is not supported; version 3.x is.`);
  return { kind: vendor?.name === 'Sillon' ? 'embedded' : 'couchdb', version };
}
