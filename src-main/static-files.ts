import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

export interface StaticFilesDeps {
  readonly rootDirectory: string;
}

export interface StaticFiles {
  readonly serve: (request: Request) => Promise<Response>;
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

/** The file meant by an address, or null when it would leave the folder or hide its true name. */
export function resolveInside(rootDirectory: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const isPlain = !/[\\:\p{Cc}]/u.test(decoded) && !decoded.split('/').some((part) => part.startsWith('.'));
  const root = resolve(rootDirectory);
  const path = resolve(join(root, decoded));
  return isPlain && (path === root || path.startsWith(root + sep)) ? path : null;
}

function isNavigation(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true;
}

async function readIfFile(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}

/** Serves the built screens; an address that is no file gives the page itself, for navigations only. */
export function setupStaticFiles({ rootDirectory }: StaticFilesDeps): StaticFiles {
  function answer(request: Request, path: string, bytes: Buffer<ArrayBuffer>): Response {
    const type = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-length': String(bytes.byteLength), 'cache-control': 'no-cache' };
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  }

  return {
    serve: async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
      const { pathname } = new URL(request.url);
      const path = resolveInside(rootDirectory, pathname);
      if (path === null) return new Response(null, { status: 400 });
      const bytes = pathname.endsWith('/') ? null : await readIfFile(path);
      if (bytes !== null) return answer(request, path, bytes);
      if (!isNavigation(request) || extname(path) !== '') return new Response(null, { status: 404 });
      const pagePath = join(rootDirectory, 'index.html');
      const page = await readIfFile(pagePath);
      return page === null ? new Response(null, { status: 404 }) : answer(request, pagePath, page);
    },
  };
}
