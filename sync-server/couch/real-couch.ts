import { StartError } from '../data-folder/start-error.ts';
import type { Couch } from './connect.ts';
import { listNodes, readSetting, workOnNodes, writeSetting } from '../couch-settings/node-settings.ts';
import { identifyServer } from './server-identity.ts';
import type { TokenKey } from '../keys/token-keys.ts';
import { addTokenKey, takesTokens } from '../keys/token-keys.ts';

const JWT_HANDLER = '{chttpd_auth, jwt_authentication_handler}';
const DEFAULT_HANDLERS = '{chttpd_auth, cookie_authentication_handler}, {chttpd_auth, default_authentication_handler}';

/**
 * Makes a real CouchDB 3.x ready for the front's tokens: version, key, JWT handler. Returns the nodes of a cluster that are
 * away and do not know the key yet. Fails with one sentence that says what to do when CouchDB must be restarted or is not
 * one we know.
 */
export async function prepareRealCouch(couch: Couch, key: TokenKey): Promise<readonly string[]> {
  await identifyServer(couch);
  const away = await addTokenKey(couch, key);
  const changed: string[] = [];
  await workOnNodes(await listNodes(couch), async (node) => {
    if (await addJwtHandler(couch, node)) changed.push(node);
  });
  if (changed.length > 0) {
    throw new StartError(
      'CouchDB did not accept tokens yet; the setting is made now. Restart CouchDB, then start Sillon again.',
    );
  }
  if (await takesTokens(couch.url, key)) return away;
  throw new StartError('CouchDB does not accept the tokens of this server. Restart CouchDB, then start Sillon again.');
}

/** Whether it had to write into the settings of a node, which must then be restarted. */
export async function addJwtHandler(couch: Couch, node: string): Promise<boolean> {
  const handlers = (await readSetting(couch, node, 'chttpd', 'authentication_handlers')) ?? '';
  if (handlers.includes('jwt_authentication_handler')) return false;
  const others = handlers === '' ? DEFAULT_HANDLERS : handlers;
  await writeSetting(couch, node, 'chttpd', 'authentication_handlers', `${JWT_HANDLER}, ${others}`);
  return true;
}
