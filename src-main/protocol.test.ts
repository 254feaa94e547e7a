import { describe, expect, it } from 'vitest';
import { registerAppScheme, setupProtocol, type ProtocolDeps } from './protocol.ts';
import { createMemoryLog } from './testing/memory-log.ts';

type Handler = (request: Request) => Promise<Response>;

function setup(changes: Partial<ProtocolDeps> = {}): (url: string, init?: RequestInit) => Promise<Response> {
  const handlers = new Map<string, Handler>();
  setupProtocol({
    protocol: { handle: (scheme, handler) => void handlers.set(scheme, handler as Handler) },
    staticFiles: { serve: (request) => Promise.resolve(new Response(`file ${new URL(request.url).pathname}`)) },
    serverForward: { forward: (request) => Promise.resolve(new Response(`server ${new URL(request.url).pathname}`)) },
    log: createMemoryLog(),
    ...changes,
  });
  return (url, init) => {
    const handler = handlers.get('app');
    if (handler === undefined) throw new Error('no handler for app:');
    return handler(new Request(url, init));
  };
}

describe('setupProtocol', () => {
  it.each([
    ['/', 'file /'],
    ['/apiary', 'file /apiary'],
    ['/index.html', 'file /index.html'],
    ['/api', 'server /api'],
    ['/api/session', 'server /api/session'],
    ['/couch/book-1/_changes', 'server /couch/book-1/_changes'],
  ])('sends %s to the %s', async (path, text) => {
    expect(await (await setup()(`app://sillon${path}`)).text()).toBe(text);
  });

  it('puts the security headers on every answer', async () => {
    const get = setup();
    for (const path of ['/', '/api/x']) {
      const { headers } = await get(`app://sillon${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
    const { headers } = await get('app://sillon/');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  });

  it('refuses other hosts and other origins', async () => {
    const get = setup();
    expect((await get('app://other/')).status).toBe(403);
    expect((await get('app://sillon/api/x', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await get('app://sillon/api/x', { headers: { origin: 'app://sillon' } })).status).toBe(200);
  });

  it('passes a failed fetch on, also after a bug', async () => {
    const failing = setup({ serverForward: { forward: () => Promise.resolve(Response.error()) } });
    expect((await failing('app://sillon/api/x')).type).toBe('error');
    const log = createMemoryLog();
    const broken = setup({ staticFiles: { serve: () => Promise.reject(new Error('bug')) }, log });
    expect((await broken('app://sillon/')).type).toBe('error');
    expect(log.lines).toEqual(['error protocol-failed {"cause":"bug"}']);
  });
});

describe('registerAppScheme', () => {
  it('makes app: a standard, secure scheme that may fetch but run no service worker and skip no policy', () => {
    const registered: unknown[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
    const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
    expect(registered).toEqual([{ scheme: 'app', privileges }]);
  });
});
