import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { capBytes } from './cap-bytes.ts';
import { isWorthGzip, openGzip } from './compress-json.ts';

/** Headers of a client that mean something to CouchDB; credentials and forwarding headers never pass. */
const PASSED_UP = ['accept', 'accept-encoding', 'content-type', 'content-encoding', 'content-length', 'if-none-match'];
const PASSED_DOWN = ['content-type', 'content-encoding', 'content-length', 'etag', 'transfer-encoding'];

export interface ProxiedRequest {
  readonly path: string;
  readonly token: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly signal: AbortSignal;
}

export interface CouchProxy {
  /** Streams a request to CouchDB and its answer back; settles with the status (0 when it was cut). */
  readonly forward: (request: ProxiedRequest) => Promise<number>;
  readonly close: () => void;
}

/** A reverse proxy to CouchDB that holds no body in memory. `sendRefusal` answers when CouchDB cannot be reached. */
export function openCouchProxy(
  couchUrl: string,
  mostBytes: number,
  sendRefusal: (response: ServerResponse, status: number) => void,
): CouchProxy {
  const base = new URL(couchUrl);
  const isTls = base.protocol === 'https:';
  const agent = isTls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const send = isTls ? httpsRequest : httpRequest;
  const prefix = base.pathname.replace(/\/$/, '');

  const forward = ({ path, token, incoming, outgoing, signal }: ProxiedRequest): Promise<number> =>
    new Promise((resolve) => {
      // The client may be gone before it was known who they are.
      if (outgoing.destroyed) {
        resolve(0);
        return;
      }
      const upstream = send({
        agent,
        host: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (isTls ? 443 : 80) : base.port,
        method: incoming.method,
        path: `${prefix}${path}`,
        headers: { ...pick(incoming.headers, PASSED_UP), authorization: `Bearer ${token}` },
        signal,
      });
      let cap: Transform | undefined;
      const cut = (status: number): void => {
        upstream.destroy();
        if (outgoing.headersSent) outgoing.destroy();
        else if (!outgoing.destroyed) sendRefusal(outgoing, status);
        resolve(0);
      };
      upstream.on('error', () => {
        cut(502);
      });
      upstream.on('response', (answer) => {
        const status = answer.statusCode ?? 502;
        const isZipped = isWorthGzip(path, incoming, answer);
        outgoing.writeHead(status, {
          ...(isZipped
            ? { ...pick(answer.headers, ['content-type']), 'content-encoding': 'gzip' }
            : pick(answer.headers, PASSED_DOWN)),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        });
        // A long-poll's first heartbeat may be a minute away; the device wants to know now that it listens.
        outgoing.flushHeaders();
        // Gone at this very moment: a pipe into nothing throws, and nobody would catch it here.
        if (outgoing.destroyed) {
          upstream.destroy();
          resolve(0);
          return;
        }
        const done = (error: unknown): void => {
          resolve(error ? 0 : status);
        };
        if (isZipped) pipeline(answer, openGzip(answer), outgoing, done);
        else pipeline(answer, outgoing, done);
      });
      // The client went away: nobody waits for the answer any more.
      outgoing.on('close', () => {
        if (!outgoing.writableFinished) upstream.destroy();
        resolve(outgoing.writableFinished ? outgoing.statusCode : 0);
      });
      if (incoming.method === 'GET' || incoming.method === 'HEAD') upstream.end();
      else {
        cap = capBytes(mostBytes, () => {
          cut(413);
        });
        pipeline(incoming, cap, upstream, () => undefined);
      }
    });

  return {
    forward,
    close: () => {
      agent.destroy();
    },
  };
}

function pick(headers: IncomingMessage['headers'], names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
