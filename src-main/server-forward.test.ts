import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SessionVault } from './session-vault.ts';
import { setupServerForward, type ServerForward } from './server-forward.ts';
import { createMemoryLog } from './testing/memory-log.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function startServer(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function createVault(): SessionVault & { readonly kept: string[] } {
  const kept: string[] = [];
  return {
    kept,
    readCookieHeader: (origin, account) => Promise.resolve(account === 'marie' ? `session=${origin}` : null),
    keepCookies: (_origin, lines) => {
      kept.push(...lines);
      return Promise.resolve();
    },
  };
}

function setup(origin: string | null): ServerForward & { readonly vault: ReturnType<typeof createVault> } {
  const vault = createVault();
  const deps = { netFetch: fetch, readServerAddress: () => Promise.resolve(origin), vault, log: createMemoryLog() };
  return { vault, ...setupServerForward(deps) };
}

const ask = (path: string, init?: RequestInit): Request => new Request(`app://sillon${path}`, init);

describe('setupServerForward', () => {
  it('adds the session of the named account and keeps the new cookie from the page', async () => {
    const seen: (string | undefined)[] = [];
    const origin = await startServer((request, response) => {
      seen.push(request.url, request.headers.cookie, request.headers['authorization'], request.headers.origin);
      response.setHeader('Set-Cookie', ['sillon-session-marie=2', 'b=3']).setHeader('Content-Type', 'application/json');
      response.end('{"ok":true}');
    });
    const { forward, vault } = setup(origin);
    const headers = { 'x-sillon-account': 'marie', authorization: 'Basic x', origin: 'app://sillon', cookie: 'c=1' };
    const response = await forward(ask('/couch/book-1/_changes?since=0', { headers }));
    expect(seen).toEqual(['/couch/book-1/_changes?since=0', `session=${origin}`, undefined, undefined]);
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(vault.kept).toEqual(['sillon-session-marie=2', 'b=3']);
  });

  it('sends no cookie without an account', async () => {
    let cookie: string | undefined = 'none asked';
    const origin = await startServer((request, response) => {
      cookie = request.headers.cookie;
      response.end();
    });
    await setup(origin).forward(ask('/api/session'));
    expect(cookie).toBeUndefined();
  });

  it('streams a body there and back', async () => {
    const origin = await startServer((request, response) => {
      response.writeHead(201);
      request.pipe(response);
    });
    const body = 'x'.repeat(300_000);
    const response = await setup(origin).forward(ask('/api/x', { method: 'POST', body }));
    expect(response.status).toBe(201);
    expect(await response.text()).toBe(body);
  });

  it('unpacks a packed answer without leaving its length', async () => {
    const origin = await startServer((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello'));
    });
    const response = await setup(origin).forward(ask('/api/x'));
    expect(await response.text()).toBe('hello');
    expect(response.headers.has('content-length')).toBe(false);
  });

  it('passes a status without body on', async () => {
    const origin = await startServer((_request, response) => {
      response.writeHead(304, { etag: '"1"' }).end();
    });
    const response = await setup(origin).forward(ask('/couch/x'));
    expect([response.status, response.body, response.headers.get('etag')]).toEqual([304, null, '"1"']);
  });

  it('refuses to follow a redirect', async () => {
    const origin = await startServer((_request, response) => {
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    });
    const response = await setup(origin).forward(ask('/api/x', { headers: { 'x-sillon-account': 'marie' } }));
    expect(response.type).toBe('error');
  });

  it('answers as a failed fetch when the server is away, and by an error without an address', async () => {
    expect((await setup('http://127.0.0.1:1').forward(ask('/api/x'))).type).toBe('error');
    const response = await setup(null).forward(ask('/api/x'));
    expect([response.status, await response.json()]).toMatchObject([503, { error: { code: 'network.offline' } }]);
  });

  it('refuses other methods', async () => {
    const response = await setup('http://127.0.0.1:1').forward(ask('/api/x', { method: 'PATCH' }));
    expect(response.status).toBe(405);
  });

  it.each(['the request', 'the answer', 'all'])('ends the server request when %s is given up', async (what) => {
    const events = new EventEmitter();
    const closed = once(events, 'closed');
    const arrived = once(events, 'arrived');
    const origin = await startServer((_request, response) => {
      response.on('close', () => events.emit('closed'));
      events.emit('arrived');
      if (what === 'the answer') response.write('\n');
    });
    const { forward, abortAll } = setup(origin);
    const controller = new AbortController();
    const pending = forward(ask('/couch/x/_changes?feed=longpoll', { signal: controller.signal }));
    await arrived;
    if (what === 'the request') controller.abort();
    if (what === 'all') abortAll();
    if (what === 'the answer') await (await pending).body?.cancel();
    await closed;
    expect((await pending).type).toBe(what === 'the answer' ? 'default' : 'error');
  });
});
