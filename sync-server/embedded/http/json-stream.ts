import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { constants, createGzip, type Gzip } from 'node:zlib';
import type { Exchange } from './exchange.ts';
import { acceptsGzip } from './send-reply.ts';

/** A JSON response written piece by piece, compressed when the client likes, at the speed the client reads. */
export class JsonStream {
  readonly #response: ServerResponse;
  readonly #gzip: Gzip | undefined;
  readonly #isHead: boolean;

  constructor(exchange: Exchange) {
    const { request, response } = exchange;
    this.#response = response;
    this.#isHead = request.method === 'HEAD';
    const isCompressed = acceptsGzip(request.headers['accept-encoding']) && !this.#isHead;
    this.#gzip = isCompressed ? createGzip() : undefined;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'must-revalidate');
    response.setHeader('Vary', 'Accept-Encoding');
    if (this.#gzip !== undefined) response.setHeader('Content-Encoding', 'gzip');
    response.writeHead(200);
    this.#gzip?.pipe(response);
  }

  get isClosed(): boolean {
    return this.#response.destroyed;
  }

  async write(text: string): Promise<void> {
    if (this.isClosed || this.#isHead || text === '') return;
    const target = this.#gzip ?? this.#response;
    if (target.write(text)) return;
    const stop = new AbortController();
    const onClose = (): void => stop.abort();
    this.#response.once('close', onClose);
    try {
      await once(target, 'drain', { signal: stop.signal });
    } catch {
      // The client went away; the caller sees isClosed.
    } finally {
      this.#response.off('close', onClose);
    }
  }

  /** Sends what is written so far: headers and heartbeats of a long-poll must not wait. */
  flush(): void {
    if (this.isClosed) return;
    this.#response.flushHeaders();
    this.#gzip?.flush(constants.Z_SYNC_FLUSH);
  }

  end(text: string): void {
    if (this.isClosed) return;
    const target = this.#gzip ?? this.#response;
    if (this.#isHead) this.#response.end();
    else target.end(text);
  }
}
