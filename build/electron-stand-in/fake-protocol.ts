import { noteCall, shellHandlers } from './shell-link.ts';
import type { PageAnswer, PageRequest } from './stand-in-calls.ts';

type Handler = (request: Request) => Promise<Response>;

const handlers = new Map<string, Handler>();
const underWay = new Map<number, AbortController>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown): void => {
    noteCall('protocol.registerSchemesAsPrivileged', schemes);
  },
  handle: (scheme: string, handler: Handler): void => void handlers.set(scheme, handler),
};

shellHandlers['request'] = async ({ id, url, method, headers, body }: PageRequest): Promise<PageAnswer | null> => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return null;
  const controller = new AbortController();
  underWay.set(id, controller);
  try {
    const payload = body === null ? null : new Uint8Array(body);
    const response = await handler(new Request(url, { method, headers, body: payload, signal: controller.signal }));
    if (response.type === 'error') return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes };
  } catch {
    return null;
  } finally {
    underWay.delete(id);
  }
};

shellHandlers['abort'] = (id: number) => underWay.get(id)?.abort();

/** As Electron's fetch: several `Set-Cookie` lines come as one, joined by commas. */
export const net = {
  fetch: async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init);
    const headers = new Headers(response.headers);
    const cookies = response.headers.getSetCookie();
    headers.delete('set-cookie');
    if (cookies.length > 0) headers.set('set-cookie', cookies.join(', '));
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  },
};
