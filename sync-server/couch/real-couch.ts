import { StartError } from '../start-error.ts';
import type { Couch } from './connect.ts';
import { couchStatus } from './couch-request.ts';

const JWT_HANDLER = '{chttpd_auth, jwt_authentication_handler}';
const HANDLERS = ['_node', '_local', '_config', 'chttpd', 'authentication_handlers'].join('/');

/** What the front's tokens look like to CouchDB. */
export interface TokenKey {
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly signToken: (name: string, roles: readonly string[]) => string;
}

/**
 * Makes a real CouchDB 3.x ready for the front's tokens: version, key, JWT handler. Fails with one sentence that says what
 * to do when CouchDB must be restarted or is not one we know.
 */
export async function prepareRealCouch(couch: Couch, key: TokenKey): Promise<void> {
  await checkVersion(couch);
  // CouchDB keeps its settings in lines, so the line ends of the key are written as \n.
  await couch.request({
    path: `_node/_local/_config/jwt_keys/${encodeURIComponent(`ec:${key.keyId}`)}`,
    method: 'PUT',
    body: key.publicKeyPem.trim().replaceAll('\n', '\\n'),
  });
  const handlers = await couch.request<string>({ path: HANDLERS }).catch(() => '');
  if (!handlers.includes('jwt_authentication_handler')) {
    const others =
      handlers === ''
        ? '{chttpd_auth, cookie_authentication_handler}, {chttpd_auth, default_authentication_handler}'
        : handlers;
    await couch.request({ path: HANDLERS, method: 'PUT', body: `${JWT_HANDLER}, ${others}` });
    throw new StartError(
      'CouchDB did not accept tokens yet; the setting is made now. Restart CouchDB, then start Sillon again.',
    );
  }
  await probeToken(couch, key);
}

async function checkVersion(couch: Couch): Promise<void> {
  let version: string;
  try {
    ({ version } = await couch.request<{ version: string }>({ path: '' }));
    await couch.listDatabases();
  } catch (error) {
    const status = couchStatus(error);
    if (status === 401 || status === 403) {
      throw new StartError('CouchDB refuses the name or password in COUCHDB_USER and COUCHDB_PASSWORD.');
    }
    throw new StartError(`CouchDB does not answer at ${couch.url}.`);
  }
  if (!version.startsWith('3.')) throw new StartError(`CouchDB ${version} is not supported; version 3.x is.`);
}

async function probeToken(couch: Couch, key: TokenKey): Promise<void> {
  const answer = await fetch(`${couch.url}/_session`, {
    headers: { authorization: `Bearer ${key.signToken('sillon-probe', [])}` },
  });
  const session = answer.ok ? ((await answer.json()) as { userCtx?: { name?: unknown } }) : {};
  if (session.userCtx?.name === 'sillon-probe') return;
  throw new StartError('CouchDB does not accept the tokens of this server. Restart CouchDB, then start Sillon again.');
}
