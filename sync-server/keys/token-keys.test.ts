import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadSigningKey } from './signing-key.ts';
import { findRealCouch } from '../testing/real-couch.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { connectCouch } from '../couch/connect.ts';
import { listNodes, readSetting } from '../couch-settings/node-settings.ts';
import { addTokenKey, dropTokenKey, takesTokens } from './token-keys.ts';

/** The settings of a cluster's nodes, kept like CouchDB keeps them; a real cluster is not at hand in a test run. */
async function startNodes(
  nodes: readonly string[],
  away: readonly string[] = [],
): Promise<{ url: string; settings: Map<string, string> }> {
  const settings = new Map<string, string>();
  const server = createServer((request, response) => {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = decodeURIComponent(request.url ?? '');
      if (path === '/_membership') send(200, { cluster_nodes: nodes });
      else if (away.some((node) => path.startsWith(`/_node/${node}/`))) {
        send(412, { error: 'nodedown', reason: 'it is down' });
      } else if (request.method === 'PUT') {
        settings.set(path, JSON.parse(Buffer.concat(chunks).toString()) as string);
        send(200, '');
      } else if (request.method === 'DELETE' && settings.delete(path)) send(200, '');
      else send(404, { error: 'not_found', reason: 'unknown_config_value' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, settings };
}

describe('the keys of a cluster', () => {
  it('are set and dropped on every node', async () => {
    const { url, settings } = await startNodes(['couchdb@a', 'couchdb@b', 'couchdb@c']);
    const couch = connectCouch(url, { name: 'keeper', password: 'right' });
    const key = loadSigningKey(useTestFolder());
    await addTokenKey(couch, key);
    expect([...settings.keys()]).toEqual(
      ['a', 'b', 'c'].map((node) => `/_node/couchdb@${node}/_config/jwt_keys/ec:${key.keyId}`),
    );
    await dropTokenKey(couch, key.keyId);
    expect(settings.size).toBe(0);
    // Dropping what is not there is no failure: a run that was cut off may come again.
    await dropTokenKey(couch, key.keyId);
  });

  it('are set and dropped where a node answers, and the others are named', async () => {
    const away = ['couchdb@b'];
    const { url, settings } = await startNodes(['couchdb@a', 'couchdb@b', 'couchdb@c'], away);
    const couch = connectCouch(url, { name: 'keeper', password: 'right' });
    const key = loadSigningKey(useTestFolder());
    expect(await addTokenKey(couch, key)).toEqual(['couchdb@b']);
    expect(settings.size).toBe(2);
    // What cannot be dropped is no key that is not there.
    expect(await dropTokenKey(couch, key.keyId)).toEqual(['couchdb@b']);
    expect(settings.size).toBe(0);
  });

  it('of a single node go to the node that answers', async () => {
    const { url, settings } = await startNodes(['nonode@nohost']);
    await addTokenKey(connectCouch(url, { name: 'keeper', password: 'right' }), loadSigningKey(useTestFolder()));
    expect([...settings.keys()][0]).toMatch(/^\/_node\/_local\//);
  });
});

const real = findRealCouch('token keys');
if (real !== undefined) {
  describe('on the server of COUCHDB_URL', () => {
    it('a key opens at once and closes at once', async ({ skip }) => {
      const couch = connectCouch(real.url, real.admin);
      const [node = '_local'] = await listNodes(couch);
      const handlers = await readSetting(couch, node, 'chttpd', 'authentication_handlers').catch(() => undefined);
      skip(handlers?.includes('jwt_authentication_handler') !== true, 'its JWT handler is not set');
      const key = loadSigningKey(useTestFolder());
      onTestFinished(async () => {
        await dropTokenKey(couch, key.keyId);
      });
      expect(await takesTokens(couch.url, key)).toBe(false);
      await addTokenKey(couch, key);
      expect(await takesTokens(couch.url, key)).toBe(true);
      await dropTokenKey(couch, key.keyId);
      // CouchDB keeps the keys it has read and is told to forget one in the background.
      await expect.poll(() => takesTokens(couch.url, key)).toBe(false);
    });
  });
}
