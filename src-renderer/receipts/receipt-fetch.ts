import { zipText } from '../sync/browser-surroundings.ts';
import { GZIP_FROM_BYTES, REQUEST_TIMEOUT_MS, SyncError, toSyncError } from '../sync/couch-http.ts';

/** The fetch that PouchDB's HTTP adapter is given, and what went wrong with it. */
export interface ReceiptFetch {
  readonly send: (url: string, options?: RequestInit) => Promise<Response>;
  /** The last request that got no usable answer: PouchDB passes its own words on, not the cause. */
  readonly lastError: () => SyncError | undefined;
  /** Cuts every request under way. */
  readonly abortAll: () => void;
}

/** The address under which PouchDB knows the server; only the path of it is used. */
const ANYWHERE = 'http://server.invalid/';

export function addressOf(database: string): string {
  return `${ANYWHERE}${database}`;
}

/** Requests of PouchDB to one database through the application's own origin: session, time-out and gzip are added here. */
export function createReceiptFetch(database: string, account: string, fetchLike: typeof fetch): ReceiptFetch {
  const underWay = new Set<AbortController>();
  let lastError: SyncError | undefined;

  async function send(url: string, options: RequestInit = {}): Promise<Response> {
    const path = url.slice(ANYWHERE.length);
    // PouchDB asks for the server's name first; nothing but the database is open, and it goes on without.
    if (!path.startsWith(`${database}/`)) return new Response('{}', { status: 404 });
    const controller = new AbortController();
    underWay.add(controller);
    const timer = setTimeout(() => {
      controller.abort(new SyncError('network.timeout', 0, `no answer within ${String(REQUEST_TIMEOUT_MS)} ms`));
    }, REQUEST_TIMEOUT_MS);
    try {
      const request = { ...(await buildRequest(options, account)), signal: controller.signal };
      const response = await fetchLike(`/couch/${path}`, request);
      // What is not there is an answer that PouchDB reads itself.
      if (!response.ok && response.status !== 404) throw await toSyncError(response);
      // Read to its end, so that the time-out holds for all of it.
      const { status, headers } = response;
      return new Response(await response.arrayBuffer(), {
        status,
        headers: { 'content-type': headers.get('content-type') ?? 'application/json' },
      });
    } catch (error) {
      lastError =
        error instanceof SyncError ? error : new SyncError('network.offline', 0, 'the server cannot be reached');
      throw lastError;
    } finally {
      clearTimeout(timer);
      underWay.delete(controller);
    }
  }

  return {
    send,
    lastError: () => lastError,
    abortAll: () => {
      for (const controller of underWay) controller.abort();
    },
  };
}

async function buildRequest({ method, body }: RequestInit, account: string): Promise<RequestInit> {
  const headers: Record<string, string> = { 'x-sillon-account': account };
  const request = { method: method ?? 'GET', headers, cache: 'no-store' } as const;
  if (typeof body !== 'string') return request;
  headers['content-type'] = 'application/json';
  if (body.length <= GZIP_FROM_BYTES) return { ...request, body };
  headers['content-encoding'] = 'gzip';
  // Gives back nearly all that base64 takes.
  return { ...request, body: await zipText(body) };
}
