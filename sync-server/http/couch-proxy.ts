import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { capBytes } from './cap-bytes.ts';
import { isWorthGzip, openGzip } from './compress-json.ts';
import { openSessionAgents } from './session-agents.ts';

/** Headers of a client that mean something to CouchDB; credentials and forwarding headers never pass. */
const PASSED_UP = ['accept', 'accept-encoding', 'if-none-match'];
/** Passed up with a body only: a request that sends none must not say a word about one. */
const OF_BODY = ['content-type', 'content-encoding', 'content-length'];
const PASSED_DOWN = ['content-type', 'content-encoding', 'content-length', 'etag'];

export interface ProxiedRequest {
  readonly path: string;
  /** Whose connections to CouchDB it may use: one session never meets what is left on another's. */
  readonly session: string;
  readonly token: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly signal: AbortSignal;
}

export interface CouchProxy {
  /** Streams a request to CouchDB and its answer back; settles with the status (0 when it was cut). */
  readonly forward: (request: ProxiedRequest) => Promise<number>;
  /** Closes the connections of a session that ended. */
  readonly endSession: (session: string) => void;
  readonly close: () => void;
}

/** Bounds of the way to CouchDB: bytes of one body, requests under way in all. */
export interface ProxyLimits {
  readonly mostBytes: number;
  readonly mostRequests: number;
}

/**
 * A reverse proxy to CouchDB that holds no body in memory. `sendRefusal` answers when CouchDB cannot be reached
 * (502), a body grows too large (413) or too many requests are under way (503).
 */
export function openCouchProxy(
  couchUrl: string,
  { mostBytes, mostRequests }: ProxyLimits,
  sendRefusal: (response: ServerResponse, status: number) => void,
): CouchProxy {
  const base = new URL(couchUrl);
  const isTls = base.protocol === 'https:';
  const agents = openSessionAgents(isTls, mostRequests);
  const send = isTls ? httpsRequest : httpRequest;
  const prefix = base.pathname.replace(/\/$/, '');

  const forward = ({ path, session, token, incoming, outgoing, signal }: ProxiedRequest): Promise<number> =>
    new Promise((settle) => {
      // The client may be gone before it was known who they are.
      if (outgoing.destroyed) {
        settle(0);
        return;
      }
      const lease = agents.take(session);
      if (lease === undefined) {
        sendRefusal(outgoing, 503);
        settle(503);
        return;
      }
      const resolve = (status: number): void => {
        lease.done();
        settle(status);
      };
      const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
      const upstream = send({
        agent: lease.agent,
        host: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (isTls ? 443 : 80) : base.port,
        method: incoming.method,
        path: `${prefix}${path}`,
        headers: {
          ...pick(incoming.headers, PASSED_UP),
          ...(hasBody ? describeBody(incoming) : {}),
          authorization: `Bearer ${token}`,
        },
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
          // Answered before the body was there: what still comes of it must not be taken for a next request.
          ...(incoming.complete ? {} : { connection: 'close' }),
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
          if (!upstream.writableFinished) upstream.destroy();
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
      if (!hasBody) upstream.end();
      else {
        cap = capBytes(mostBytes, () => {
          cut(413);
        });
        pipeline(incoming, cap, upstream, () => undefined);
      }
    });

  return {
    forward,
    endSession: agents.end,
    close: agents.close,
  };
}

/** Exactly what is sent: the length the parser holds the client to, or else chunks of our own making. */
function describeBody({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const isUntold = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
  return { ...pick(headers, OF_BODY), ...(isUntold ? { 'content-length': 0 } : {}) };
}

function pick(headers: IncomingMessage['headers'], names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
