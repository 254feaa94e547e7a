import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream';
import { isWorthGzip, openGzip } from './compress-json.ts';
import { openSessionAgents } from './session-agents.ts';

/**
 * Headers of a client that mean something to CouchDB; credentials and forwarding headers never pass. Answers come as they are
 * and are compressed here, so that their size is known.
 */
const PASSED_UP = ['accept', 'if-none-match'];
const PASSED_DOWN = ['content-type', 'content-encoding', 'content-length', 'etag'];

/** Rows of a push are short: a hundred of them come nowhere near. */
const MOST_REWRITTEN_BYTES = 1024 * 1024;

/** The body that is sent: exactly what was judged, never what came. */
export interface PreparedBody {
  readonly text: string;
  /** Makes the answer from CouchDB's, when it took the request. */
  readonly rewrite?: (answer: string) => Promise<string>;
}

export interface ProxiedRequest {
  readonly path: string;
  /** Whose connections to CouchDB it may use: one session never meets what is left on another's. */
  readonly session: string;
  readonly token: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly signal: AbortSignal;
  /** Without it nothing is sent, and not a word about it. */
  readonly prepared?: PreparedBody | undefined;
  /** Sent down beside the answer. */
  readonly headers?: OutgoingHttpHeaders;
  /** Hears what comes from CouchDB, piece by piece. */
  readonly noteBytes?: (count: number) => void;
}

export interface CouchProxy {
  /** Streams a request to CouchDB and its answer back; settles with the status (0 when it was cut). */
  readonly forward: (request: ProxiedRequest) => Promise<number>;
  /** Closes the connections of a session that ended. */
  readonly endSession: (session: string) => void;
  readonly close: () => void;
}

/**
 * A reverse proxy to CouchDB that streams answers. `sendRefusal` answers when CouchDB cannot be reached (502) or more than
 * `mostRequests` are under way (503).
 */
export function openCouchProxy(
  couchUrl: string,
  mostRequests: number,
  sendRefusal: (response: ServerResponse, status: number) => void,
): CouchProxy {
  const base = new URL(couchUrl);
  const isTls = base.protocol === 'https:';
  const agents = openSessionAgents(isTls, mostRequests);
  const send = isTls ? httpsRequest : httpRequest;
  const prefix = base.pathname.replace(/\/$/, '');

  const forward = ({
    path,
    session,
    token,
    incoming,
    outgoing,
    signal,
    prepared,
    headers,
    noteBytes,
  }: ProxiedRequest): Promise<number> =>
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
      const upstream = send({
        agent: lease.agent,
        host: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (isTls ? 443 : 80) : base.port,
        method: incoming.method,
        path: `${prefix}${path}`,
        headers: {
          ...pick(incoming.headers, PASSED_UP),
          'accept-encoding': 'identity',
          ...(prepared === undefined ? {} : describeBody(prepared)),
          authorization: `Bearer ${token}`,
        },
        signal,
      });
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
        if (prepared?.rewrite !== undefined && status < 300) {
          void readWhole(answer)
            .then(prepared.rewrite)
            .then(
              (text) => {
                if (!outgoing.destroyed) outgoing.writeHead(status, REWRITTEN).end(text);
                resolve(status);
              },
              () => {
                cut(502);
              },
            );
          return;
        }
        const isZipped = isWorthGzip(path, incoming, answer);
        outgoing.writeHead(status, {
          ...(isZipped
            ? { ...pick(answer.headers, ['content-type']), 'content-encoding': 'gzip' }
            : pick(answer.headers, PASSED_DOWN)),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...headers,
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
        if (noteBytes)
          answer.on('data', (chunk: Buffer) => {
            noteBytes(chunk.length);
          });
        if (isZipped) pipeline(answer, openGzip(answer), outgoing, done);
        else pipeline(answer, outgoing, done);
      });
      // The client went away: nobody waits for the answer any more.
      outgoing.on('close', () => {
        if (!outgoing.writableFinished) upstream.destroy();
        resolve(outgoing.writableFinished ? outgoing.statusCode : 0);
      });
      upstream.end(prepared?.text);
    });

  return {
    forward,
    endSession: agents.end,
    close: agents.close,
  };
}

const REWRITTEN = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** Exactly what is sent. */
function describeBody({ text }: PreparedBody): OutgoingHttpHeaders {
  return { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
}

async function readWhole(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let count = 0;
  for await (const chunk of answer) {
    count += (chunk as Buffer).length;
    if (count > MOST_REWRITTEN_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function pick(headers: IncomingMessage['headers'], names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
