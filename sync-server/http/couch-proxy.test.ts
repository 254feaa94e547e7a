import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBell } from '../testing/open-bell.ts';
import { openRawLine } from '../testing/raw-http.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeCustomer } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';
import type { PreparedBody } from './couch-proxy.ts';
import { openCouchProxy } from './couch-proxy.ts';

/** A proxy in front of a server of the test's own making. */
async function proxyTo(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  before: (outgoing: ServerResponse) => void = () => undefined,
  after: (status: number) => void = () => undefined,
  prepared?: PreparedBody,
): Promise<string> {
  const upstream = createServer(handle);
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const proxy = openCouchProxy(
    `http://127.0.0.1:${String((upstream.address() as AddressInfo).port)}`,
    100,
    (response, status) => {
      response.writeHead(status, { connection: 'close' });
      response.end(String(status));
    },
  );
  const front = createServer((incoming, outgoing) => {
    const { signal } = new AbortController();
    before(outgoing);
    void proxy
      .forward({
        path: incoming.url ?? '/',
        session: (incoming.url ?? '').slice(0, 2),
        token: 'the-token',
        incoming,
        outgoing,
        signal,
        prepared,
      })
      .then(after);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    for (const server of [front, upstream]) {
      server.closeAllConnections();
      server.close();
    }
  });
  return `http://127.0.0.1:${String((front.address() as AddressInfo).port)}`;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('the way to CouchDB', () => {
  it('never uses the connection of one session for another, and its own again', async () => {
    const ports = new Map<string, Set<number | undefined>>();
    const url = await proxyTo((request, response) => {
      const of = ports.get(request.url ?? '') ?? new Set();
      ports.set(request.url ?? '', of.add(request.socket.remotePort));
      response.end('{}');
    });
    for (const session of ['a', 'b', 'a', 'b', 'a']) await (await fetch(`${url}/${session}`)).text();
    const [a = new Set(), b = new Set()] = ['/a', '/b'].map((path) => ports.get(path));
    expect([a.size, b.size]).toEqual([1, 1]);
    expect([...a].some((port) => b.has(port))).toBe(false);
  });

  it('has so many requests of one session under way and no more', async () => {
    let open = 0;
    const url = await proxyTo(() => {
      open += 1;
    });
    const client = new AbortController();
    const waiting = Array.from({ length: 24 }, () => fetch(`${url}/a`, { signal: client.signal }).catch(() => 'cut'));
    await expect.poll(() => open).toBe(24);
    const refused = await fetch(`${url}/a`);
    expect([refused.status, open]).toEqual([503, 24]);
    void fetch(`${url}/b`, { signal: client.signal }).catch(() => 'cut');
    await expect.poll(() => open).toBe(25);
    client.abort();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['cut']));
    const after = new AbortController();
    void fetch(`${url}/a`, { signal: after.signal }).catch(() => 'cut');
    await expect.poll(() => open).toBe(26);
    after.abort();
  });

  it('sends nothing of a body that was not judged, and closes behind an answer that came before its end', async () => {
    const seen: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
    const url = await proxyTo((request, response) => {
      void readAll(request).then((body) => {
        seen.push({ headers: request.headers, body: body.toString() });
        response.end('{}');
      });
    });
    const line = await openRawLine(url);
    line.send('POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{');
    expect(await line.closed).toMatch(/ 200 OK[^]*connection: close/i);
    expect(seen.map(({ headers, body }) => [headers['content-length'], body])).toEqual([['0', '']]);
  });

  it('says nothing of a body that it does not send', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const url = await proxyTo((request, response) => {
      seen.push(request.headers);
      request.resume();
      response.end('{}');
    });
    const line = await openRawLine(url);
    const of = 'Content-Type: a/b\r\nContent-Encoding: gzip\r\nContent-Language: fr\r\n';
    line.send(`GET / HTTP/1.1\r\nHost: x\r\n${of}Content-Length: 5\r\n\r\n`);
    await line.answers(1);
    line.socket.destroy();
    const post = await openRawLine(url);
    post.send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n');
    await post.answers(1);
    post.socket.destroy();
    const framing = seen.map((headers) => Object.keys(headers).filter((name) => /^content-|^transfer-/.test(name)));
    expect(framing).toEqual([[], ['content-length']]);
  });

  it('sends the judged body in place of the one that came, and its own token in place of the client’s', async () => {
    const seen: { headers: IncomingMessage['headers']; body: string }[] = [];
    const judged = '{"docs":[],"é":1}';
    const url = await proxyTo(
      (request, response) => {
        void readAll(request).then((body) => {
          seen.push({ headers: request.headers, body: body.toString() });
          response.end('[]');
        });
      },
      undefined,
      undefined,
      { text: judged, rewrite: (rows) => Promise.resolve(`${rows} read`) },
    );
    const answer = await fetch(url, {
      method: 'POST',
      body: gzipSync('{"docs":[],"new_edits":false}'),
      headers: {
        'content-encoding': 'gzip',
        authorization: 'Basic x',
        cookie: 'AuthSession=1',
        'x-auth-couchdb-roles': '_admin',
      },
    });
    expect(await answer.text()).toBe('[] read');
    const [request] = seen;
    expect(request?.body).toBe(judged);
    expect(request?.headers['content-length']).toBe(String(Buffer.byteLength(judged)));
    expect(request?.headers['content-encoding']).toBeUndefined();
    expect(request?.headers.authorization).toBe('Bearer the-token');
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers['x-auth-couchdb-roles']).toBeUndefined();
  });

  it('gives the first bytes of an answer before the last ones exist', async () => {
    let finish: (() => void) | undefined;
    const url = await proxyTo((_request, response) => {
      response.writeHead(200);
      response.write('heartbeat');
      finish = () => response.end('news');
    });
    const response = await fetch(url);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('heartbeat');
    finish?.();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('news');
  });

  describe('compresses as CouchDB itself does not', () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    const rows = JSON.stringify(Array.from({ length: 200 }, (_, row) => ({ id: `ledgerEntry:${String(row)}` })));
    const askedFor = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
      const url = await proxyTo((_request, response) => {
        response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(rows) });
        response.end(rows);
      });
      return fetch(url + path, { headers: { 'accept-encoding': 'gzip', ...headers } });
    };

    it('JSON for a client that takes gzip', async () => {
      const response = await askedFor('/book-a/_changes');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('content-length')).toBeNull();
      expect(await response.text()).toBe(rows);
    });

    it('not for a client that does not take it, and not a long-poll', async () => {
      for (const response of [
        await askedFor('/book-a/_changes', { 'accept-encoding': 'identity' }),
        await askedFor('/book-a/_changes', { 'accept-encoding': 'gzip;q=0' }),
        await askedFor('/book-a/_changes?feed=longpoll&since=1'),
      ]) {
        expect(response.headers.get('content-encoding')).toBeNull();
        expect(await response.text()).toBe(rows);
      }
    });

    it('not what is small, not what is no JSON, not twice', async () => {
      const zipped = gzipSync(rows);
      const answers = [
        { headers: { ...JSON_TYPE, 'content-length': 2 }, body: '{}', encoding: null },
        { headers: { 'content-type': 'image/jpeg' }, body: 'x'.repeat(1_000), encoding: null },
        { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: zipped, encoding: 'gzip' },
      ];
      for (const { headers, body, encoding } of answers) {
        const url = await proxyTo((_request, response) => {
          response.writeHead(200, headers);
          response.end(body);
        });
        const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
        expect(response.headers.get('content-encoding')).toBe(encoding);
        expect(await response.text()).toBe(encoding === null ? body : rows);
      }
    });

    it('without keeping the first rows back until the last ones exist', async () => {
      let finish: (() => void) | undefined;
      const url = await proxyTo((_request, response) => {
        response.writeHead(200, JSON_TYPE);
        response.write('{"results":[');
        finish = () => response.end(']}');
      });
      const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      const reader = response.body?.getReader();
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"results":[');
      finish?.();
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(']}');
    });
  });

  it('cuts the request to CouchDB when the client goes away', async () => {
    let [isThere, isCut] = [false, false];
    const url = await proxyTo((request) => {
      isThere = true;
      request.on('close', () => {
        isCut = true;
      });
    });
    const client = new AbortController();
    const pending = fetch(url, { signal: client.signal }).catch(() => 'aborted');
    await expect.poll(() => isThere).toBe(true);
    expect(isCut).toBe(false);
    client.abort();
    expect(await pending).toBe('aborted');
    await expect.poll(() => isCut).toBe(true);
  });

  it.each([
    ['before its request goes on', (outgoing: ServerResponse) => void outgoing.destroy()],
    [
      'at the moment the answer comes',
      (outgoing: ServerResponse) => {
        outgoing.flushHeaders = () => void outgoing.destroy();
      },
    ],
  ])('goes on serving when a client leaves %s', async (_moment, leave) => {
    const statuses: number[] = [];
    let count = 0;
    const url = await proxyTo(
      (_request, response) => response.end('{}'),
      (outgoing) => {
        count += 1;
        if (count === 1) leave(outgoing);
      },
      (status) => statuses.push(status),
    );
    await expect(fetch(url)).rejects.toThrow();
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(() => statuses).toEqual([0, 200]);
  });

  it('answers 502 when CouchDB is not there', async () => {
    const url = await proxyTo((request) => request.socket.destroy());
    expect((await fetch(url)).status).toBe(502);
  });
});

describe('long-polls through the front', () => {
  let server: TestServer;
  let ada: TestDevice;
  beforeAll(async () => {
    server = await startTestServer();
    const { code } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
    ada = new TestDevice(server.url);
    await ada.open('/api/enrolments/redeem', { code, password: 'champ de lin bleu', deviceName: 'x' });
  });
  afterAll(() => server.close());

  it('ring when another device writes', async () => {
    // The headers come once the server listens.
    const bell = await ada.fetch(`/couch/${ada.book}/_changes?feed=longpoll&since=now&timeout=20000`);
    const customer = makeCustomer('ada.fall', ada.info?.activityId ?? '');
    await ada.push([customer]);
    const changes = (await bell.json()) as { results: { id: string }[] };
    expect(changes.results.map(({ id }) => id)).toEqual([customer.id]);
  });

  it('are cut when the session ends', async () => {
    const other = new TestDevice(server.url);
    await other.open('/api/session', { account: 'ada.fall', password: 'champ de lin bleu', deviceName: 'y' });
    const bell = await openBell(other);
    await other.fetch('/api/session', { method: 'DELETE' });
    expect(await bell.end).toBe('cut');
  });
});
