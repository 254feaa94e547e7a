import { appError } from '../shared/core/errors.ts';
import { accountHeader } from '../shared/desktop/session-wire.ts';
import { pickRequestHeaders, pickResponseHeaders } from './forward-headers.ts';
import type { Log } from './logging.ts';
import type { SessionVault } from './session-vault.ts';

export interface ServerForwardDeps {
  readonly netFetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly readServerAddress: () => Promise<string | null>;
  readonly vault: SessionVault;
  readonly log: Log;
}

export interface ServerForward {
  readonly forward: (request: Request) => Promise<Response>;
  /** Ends every request under way: the page that asked is gone. */
  readonly abortAll: () => void;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);
const bodylessStatuses = new Set([204, 205, 304]);

function answerError(status: number, error: ReturnType<typeof appError>): Response {
  return Response.json({ error }, { status });
}

/** The same stream, with a call when it ends in any way; ending it early ends the source. */
function watchStream(source: ReadableStream<Uint8Array>, onEnd: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        onEnd();
        controller.close();
      } catch (error) {
        onEnd();
        controller.error(error);
      }
    },
    cancel: async (reason) => {
      onEnd();
      await reader.cancel(reason).catch(() => undefined);
    },
  });
}

/** Hands requests of the page on to the cooperative's server and adds the session the page never sees. */
export function setupServerForward({ netFetch, readServerAddress, vault, log }: ServerForwardDeps): ServerForward {
  const underWay = new Set<AbortController>();

  async function send(request: Request, origin: string, signal: AbortSignal): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const headers = pickRequestHeaders(request.headers);
    const account = request.headers.get(accountHeader);
    const cookie = account === null ? null : await vault.readCookieHeader(origin, account, pathname);
    if (cookie !== null) headers.set('cookie', cookie);
    const init: RequestInit & { duplex: 'half' } = {
      method: request.method,
      headers,
      body: request.body,
      duplex: 'half',
      signal,
      // The engine's own cookie jar must not take part, and a session must not follow a redirect elsewhere.
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    };
    const response = await netFetch(`${origin}${pathname}${search}`, init);
    await vault.keepCookies(origin, response.headers.getSetCookie());
    return response;
  }

  async function forward(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!methods.has(request.method)) return answerError(405, appError('network.refused', 'method not allowed'));
    const origin = await readServerAddress();
    if (origin === null) return answerError(503, appError('network.offline', 'no server address is set'));
    const controller = new AbortController();
    underWay.add(controller);
    const end = (): void => {
      underWay.delete(controller);
      controller.abort();
    };
    try {
      const response = await send(request, origin, AbortSignal.any([request.signal, controller.signal]));
      const hasBody = response.body !== null && !bodylessStatuses.has(response.status) && request.method !== 'HEAD';
      const body = hasBody ? watchStream(response.body, end) : null;
      if (body === null) end();
      const { status, statusText } = response;
      return new Response(body, { status, statusText, headers: pickResponseHeaders(response.headers) });
    } catch (error) {
      end();
      const area = pathname.split('/').slice(0, 3).join('/');
      const cause = error instanceof Error ? error.message : 'unknown';
      if (!request.signal.aborted) log.warn('forward-failed', { method: request.method, area, cause });
      // The page sees a failed fetch, as in a browser without a connection.
      return Response.error();
    }
  }

  return {
    forward,
    abortAll: () => {
      for (const controller of underWay) controller.abort();
      underWay.clear();
    },
  };
}
