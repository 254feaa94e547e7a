import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadSigningKey } from '../keys/signing-key.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { connectCouch } from './connect.ts';
import { prepareRealCouch } from './real-couch.ts';

interface Stand {
  readonly version?: string;
  readonly password?: string;
  readonly handlers?: string;
  readonly takesTokens?: boolean;
}

/** The few answers of a CouchDB that the preparation asks for; a real one is not at hand in every test run. */
async function standIn(stand: Stand): Promise<{ url: string; written: Map<string, unknown> }> {
  const written = new Map<string, unknown>();
  const basic = `Basic ${Buffer.from(`keeper:${stand.password ?? 'right'}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const isBearer = request.headers.authorization?.startsWith('Bearer ') === true;
      if (path === '/_session')
        send(200, { userCtx: { name: isBearer && stand.takesTokens === true ? 'sillon-probe' : null } });
      else if (request.headers.authorization !== basic) send(401, { error: 'unauthorized', reason: 'wrong' });
      else if (path === '/') send(200, { version: stand.version ?? '3.5.2' });
      else if (path === '/_all_dbs') send(200, []);
      else if (request.method === 'PUT') {
        written.set(decodeURIComponent(path), JSON.parse(Buffer.concat(chunks).toString()));
        send(200, '');
      } else if (path.endsWith('/authentication_handlers'))
        send(200, stand.handlers ?? '{chttpd_auth, default_authentication_handler}');
      else send(404, { error: 'not_found', reason: 'missing' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, written };
}

const JWT = '{chttpd_auth, jwt_authentication_handler}, {chttpd_auth, default_authentication_handler}';

describe('preparing a CouchDB 3.x', () => {
  const prepare = (url: string) =>
    prepareRealCouch(connectCouch(url, { name: 'keeper', password: 'right' }), loadSigningKey(useTestFolder()));

  it('writes the key in one line and finds that tokens are taken', async () => {
    const { url, written } = await standIn({ handlers: JWT, takesTokens: true });
    await prepare(url);
    const [[path, key] = ['', '']] = [...written];
    expect(path).toMatch(/^\/_node\/_local\/_config\/jwt_keys\/ec:[0-9a-f]{16}$/);
    expect(key).toMatch(/^-----BEGIN PUBLIC KEY-----\\n[^\n]+\\n-----END PUBLIC KEY-----$/);
  });

  it('adds the token handler before the others and asks for a restart', async () => {
    const { url, written } = await standIn({});
    await expect(prepare(url)).rejects.toThrow('Restart CouchDB');
    expect(written.get('/_node/_local/_config/chttpd/authentication_handlers')).toBe(JWT);
  });

  it.each<[string, Stand, string]>([
    ['was not restarted yet', { handlers: JWT }, 'Restart CouchDB'],
    ['is too old', { version: '2.3.1' }, 'CouchDB 2.3.1 is not supported'],
    ['has another password', { password: 'other' }, 'refuses the name or password'],
  ])('says plainly when it %s', async (_name, stand, sentence) => {
    await expect(prepare((await standIn(stand)).url)).rejects.toThrow(sentence);
  });

  it('says plainly when nothing answers', async () => {
    await expect(prepare('http://127.0.0.1:9')).rejects.toThrow('does not answer');
  });
});
