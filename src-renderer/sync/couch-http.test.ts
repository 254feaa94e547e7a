import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CouchHttp } from './couch-http.ts';
import { browserSurroundings } from './browser-surroundings.ts';
import { createCouchHttp } from './couch-http.ts';
import { pathOf } from './testing/path-of.ts';

Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });

interface Received {
  readonly encoding: string | undefined;
  readonly body: Buffer;
}

const received: Received[] = [];
/** Never answers below `silent`, stops in the middle of its answer below `half`, says 401 below `expired`. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ encoding: request.headers['content-encoding'], body: Buffer.concat(chunks) });
    if (request.url?.includes('silent') === true) return;
    const asked = /busy-(\d+)-(.*)$/.exec(request.url ?? '');
    const status = asked === null ? (request.url?.includes('expired') === true ? 401 : 200) : Number(asked[1]);
    const wait = asked === null ? {} : { 'retry-after': decodeURIComponent(asked[2] ?? '') };
    response.writeHead(status, { 'content-type': 'application/json', ...wait });
    if (request.url?.includes('half') === true) response.write('{"rows":[');
    else response.end('{"ok":true}');
  });
});
let http: CouchHttp;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on a port
  http = createCouchHttp(
    'book-a1',
    'lea.morvan',
    browserSurroundings((path, init) => fetch(`http://127.0.0.1:${String(port)}${pathOf(path)}`, init)),
  );
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('requests to the server', () => {
  it.each(['silent', 'half'])('end when the answer never comes or never ends: %s (E14)', async (path) => {
    await expect(http.call(path, undefined, 150)).rejects.toMatchObject({ code: 'network.timeout' });
    expect(await http.call('next')).toEqual({ ok: true });
  });

  it('tell an expired session from a line that broke', async () => {
    await expect(http.call('expired')).rejects.toMatchObject({ code: 'session.expired', status: 401 });
    const nowhere = createCouchHttp(
      'book-a1',
      'lea.morvan',
      browserSurroundings(() => Promise.reject(new TypeError('broken'))),
    );
    await expect(nowhere.call('x')).rejects.toMatchObject({ code: 'network.offline', status: 0 });
  });

  it.each([
    ['429-7', 7_000],
    ['503-5', 5_000],
    // Nobody is kept waiting for a day, and what is no number of seconds leaves it to the pauses.
    ['429-86400', 300_000],
    ['429-soon', 0],
  ])('know how long a busy server asks to wait: %s', async (path, retryAfterMs) => {
    await expect(http.call(`busy-${path}`)).rejects.toMatchObject({ code: 'network.busy', retryAfterMs });
  });

  it('send larger bodies gzipped, small ones as they are', async () => {
    received.length = 0;
    const large = { docs: Array.from({ length: 50 }, (_none, index) => ({ _id: `ledgerEntry:${String(index)}` })) };
    await http.call('_bulk_docs', { docs: [] });
    await http.call('_bulk_docs', large);
    expect(received.map(({ encoding }) => encoding)).toEqual([undefined, 'gzip']);
    expect(JSON.parse(gunzipSync(received[1]?.body ?? Buffer.alloc(0)).toString())).toEqual(large);
  });

  it('can all be cut at once', async () => {
    const open = http.call('silent');
    setTimeout(() => {
      http.abortAll();
    }, 50);
    await expect(open).rejects.toMatchObject({ status: 0 });
  });
});
