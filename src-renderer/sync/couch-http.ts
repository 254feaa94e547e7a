import type { ErrorCode } from '../../shared/core/errors.ts';
import type { Surroundings } from './surroundings.ts';

/** Bodies above this size are sent gzipped. */
export const GZIP_FROM_BYTES = 500;
export const REQUEST_TIMEOUT_MS = 45_000;

/** Answers of a server that does not want more right now. */
export const BUSY: readonly number[] = [429, 503];
/** Nobody is kept waiting longer, whatever an answer says. */
const LONGEST_RETRY_AFTER_MS = 5 * 60_000;

/** A request that did not get a usable answer. `status` 0: no answer at all. */
export class SyncError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** How long the server asks to wait before the next try; 0 when it says nothing. */
  readonly retryAfterMs: number;

  constructor(code: ErrorCode, status: number, message: string, retryAfterMs = 0) {
    super(message);
    this.name = 'SyncError';
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One CouchDB database seen from this device. */
export interface CouchHttp {
  call(path: string, body?: unknown, timeoutMs?: number): Promise<unknown>;
  /** Cuts every request under way. */
  abortAll(): void;
}

/**
 * Requests to one database through the application's own origin; the session cookie is never seen by this code. `onHeaders`
 * hears what stands beside each usable answer.
 */
export function createCouchHttp(
  database: string,
  account: string,
  around: Surroundings,
  onHeaders: (headers: Headers) => void = () => undefined,
): CouchHttp {
  const underWay = new Set<AbortController>();
  return {
    async call(path, body, timeoutMs = REQUEST_TIMEOUT_MS) {
      if (!around.page.isOnline()) throw new SyncError('network.offline', 0, 'offline');
      const controller = new AbortController();
      underWay.add(controller);
      const stopWaiting = around.timers.after(timeoutMs, () => {
        controller.abort(new SyncError('network.timeout', 0, `no answer within ${String(timeoutMs)} ms`));
      });
      try {
        const request = await buildRequest(body, account, controller.signal, around);
        const response = await around.fetch(`/couch/${database}/${path}`, request);
        if (!response.ok) throw await toSyncError(response);
        onHeaders(response.headers);
        return (await response.json()) as unknown;
      } catch (error) {
        if (error instanceof SyncError) throw error;
        throw new SyncError('network.offline', 0, 'the server cannot be reached');
      } finally {
        stopWaiting();
        underWay.delete(controller);
      }
    },
    abortAll() {
      for (const controller of underWay) controller.abort();
    },
  };
}

async function buildRequest(
  body: unknown,
  account: string,
  signal: AbortSignal,
  { zip }: Surroundings,
): Promise<RequestInit> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-sillon-account': account };
  if (body === undefined) return { headers, signal, cache: 'no-store' };
  headers['content-type'] = 'application/json';
  const text = JSON.stringify(body);
  if (text.length <= GZIP_FROM_BYTES) return { method: 'POST', headers, signal, body: text };
  headers['content-encoding'] = 'gzip';
  return { method: 'POST', headers, signal, body: await zip(text) };
}

/** Seconds as our server says them, within bounds whoever says them; a date, or nothing, leaves it to the pauses. */
function readRetryAfter(header: string | null): number {
  return /^\d{1,6}$/.test(header ?? '') ? Math.min(Number(header) * 1_000, LONGEST_RETRY_AFTER_MS) : 0;
}

/** What a refused request means. */
export async function toSyncError(response: Response): Promise<SyncError> {
  const text = (await response.text().catch(() => '')).slice(0, 200);
  if (response.status === 401) return new SyncError(signedOut(text), 401, text);
  if (response.status === 403) return new SyncError('network.refused', 403, text);
  if (BUSY.includes(response.status)) {
    return new SyncError('network.busy', response.status, text, readRetryAfter(response.headers.get('retry-after')));
  }
  return new SyncError('network.serverError', response.status, text);
}

/** What a 401 means: the session ran out, or somebody ended it (then only a password goes on). `text`: its beginning. */
export function signedOut(text: string): 'session.ended' | 'session.expired' {
  return text.includes('"session.ended"') ? 'session.ended' : 'session.expired';
}
