import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { badRequest, bodyTooLarge, CouchError, notImplemented } from '../couch-error.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Exchange } from './exchange.ts';
import { isNestedDeeper } from './json-depth.ts';

const inflate = promisify(gunzip);

/** The whole body, inflated; refuses what is larger than the limits without keeping it. */
export async function readBody(exchange: Exchange): Promise<Buffer> {
  const { request, app } = exchange;
  const { maxBodyBytes, maxInflatedBodyBytes } = app.limits;
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new CouchError(415, 'bad_ctype', 'Only gzip content encoding is supported.');
  }
  const raw = await collect(request, maxBodyBytes);
  if (encoding === 'identity') return raw;
  try {
    return await inflate(raw, { maxOutputLength: maxInflatedBodyBytes });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? bodyTooLarge() : badRequest('Invalid gzip body');
  }
}

/** The body as JSON; `undefined` when there is none. */
export async function readJson(exchange: Exchange): Promise<unknown> {
  if (/^multipart\//i.test(exchange.request.headers['content-type'] ?? '')) throw notImplemented();
  const body = await readBody(exchange);
  if (body.length === 0) return undefined;
  if (isNestedDeeper(body, exchange.app.limits.maxJsonDepth)) throw badRequest('The JSON is nested too deeply.');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}

export async function readJsonObject(exchange: Exchange): Promise<JsonObject> {
  const value = await readJson(exchange);
  if (!isJsonObject(value)) throw badRequest('Request body must be a JSON object');
  return value;
}

/** As in CouchDB, a POST must say that it is JSON: pages of other origins cannot without being asked first. */
export function assertJsonContentType(exchange: Exchange): void {
  const contentType = exchange.request.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(contentType)) {
    throw new CouchError(415, 'bad_content_type', 'Content-Type must be application/json');
  }
}

function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw bodyTooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        request.removeAllListeners('data');
        reject(bodyTooLarge());
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => reject(badRequest('The request ended early.')));
    request.on('error', () => reject(badRequest('The request ended early.')));
  });
}
