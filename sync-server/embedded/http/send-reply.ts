import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CouchError } from '../couch-error.ts';
import type { Exchange, Reply } from './exchange.ts';

const compress = promisify(gzip);

export function acceptsGzip(header: string | undefined): boolean {
  return (header ?? '').split(',').some((entry) => {
    const [coding = '', quality = ''] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return (coding === 'gzip' || coding === '*') && !/^q=0(?:\.0*)?$/.test(quality);
  });
}

export async function sendReply(exchange: Pick<Exchange, 'request' | 'response' | 'app'>, reply: Reply): Promise<void> {
  const { request, response, app } = exchange;
  if (response.headersSent || response.destroyed) return;
  let body =
    reply.bytes ?? Buffer.from(reply.text ?? (reply.json === undefined ? '' : `${JSON.stringify(reply.json)}\n`));
  const isJson = reply.bytes === undefined;
  if (isJson && reply.status !== 304) response.setHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (isJson) {
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', 'must-revalidate');
    if (body.length > app.limits.gzipThresholdBytes && acceptsGzip(request.headers['accept-encoding'])) {
      body = await compress(body);
      response.setHeader('Content-Encoding', 'gzip');
    }
  }
  if (reply.status !== 304) response.setHeader('Content-Length', body.length);
  response.writeHead(reply.status);
  response.end(request.method === 'HEAD' || reply.status === 304 ? undefined : body);
}

/** Any failure in CouchDB's shape; what is not an expected refusal says nothing of the inside. */
export function toErrorReply(error: unknown): Reply {
  if (error instanceof CouchError) {
    return { status: error.status, json: { error: error.error, reason: error.reason } };
  }
  if (isFullDisk(error)) {
    return { status: 507, json: { error: 'insufficient_storage', reason: 'The disk is full. Nothing was written.' } };
  }
  return { status: 500, json: { error: 'internal_server_error', reason: 'The server met an unexpected condition.' } };
}

const SQLITE_FULL = 13;

export function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return (error.errcode & 0xff) === SQLITE_FULL;
}
