import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import { sendError } from './error-reply.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const ZIPPED = ['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.wasm'];
const zip = promisify(gzip);

interface WebFile {
  readonly bytes: Buffer;
  readonly zipped: Buffer | undefined;
  readonly changedAtMs: number;
}

/** The built web application. Names with a content hash are kept for ever by browsers, all others asked for each time. */
export function addStaticRoutes(app: FastifyInstance, webRoot: string): void {
  const root = normalize(webRoot);
  const cache = new Map<string, WebFile>();

  const load = async (path: string): Promise<WebFile | undefined> => {
    const info = await stat(path).catch(() => undefined);
    if (info?.isFile() !== true) return undefined;
    const known = cache.get(path);
    if (known?.changedAtMs === info.mtimeMs) return known;
    const bytes = await readFile(path);
    const zipped = ZIPPED.includes(extname(path)) && bytes.length > 1000 ? await zip(bytes) : undefined;
    const file = { bytes, zipped, changedAtMs: info.mtimeMs };
    cache.set(path, file);
    return file;
  };

  app.get('/*', async (request, reply) => {
    const name = decodePath(request.url.split('?')[0] ?? '/');
    const path = name === undefined ? undefined : join(root, name === '/' ? 'index.html' : name);
    const isInside = path?.startsWith(root.endsWith(sep) ? root : root + sep) === true;
    const file = path !== undefined && isInside ? await load(path) : undefined;
    if (path === undefined || file === undefined)
      return sendError(reply, appError('record.notFound', 'nothing is here'));
    reply.type(TYPES[extname(path)] ?? 'application/octet-stream');
    reply.header(
      'cache-control',
      name?.startsWith('/assets/') === true ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    reply.header('vary', 'accept-encoding');
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (file.zipped === undefined || !takesGzip) return reply.send(file.bytes);
    return reply.header('content-encoding', 'gzip').send(file.zipped);
  });
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
