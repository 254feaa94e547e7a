const requestHeaders = new Set([
  'accept',
  'accept-language',
  'content-encoding',
  'content-type',
  'if-match',
  'if-none-match',
  'x-couch-full-commit',
]);

const responseHeaders = new Set([
  'cache-control',
  'content-disposition',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'etag',
  'last-modified',
  'retry-after',
]);

const ownPrefix = 'x-sillon-';
const runnableTypes = /javascript|ecmascript|html|xml|css|wasm/i;

/** Headers of the page's request that go on to the server; credentials and the page's origin do not. */
export function pickRequestHeaders(headers: Headers): Headers {
  const kept = [...headers].filter(([name]) => requestHeaders.has(name) || name.startsWith(ownPrefix));
  return new Headers(kept);
}

/** Headers of the server's answer that the page gets: no cookie, no hop-by-hop header, no policy of another. */
export function pickResponseHeaders(headers: Headers): Headers {
  const kept = new Headers([...headers].filter(([name]) => responseHeaders.has(name) || name.startsWith(ownPrefix)));
  // Fetch hands over the body unpacked, so the length of the packed one would be wrong.
  if (headers.has('content-encoding')) kept.delete('content-length');
  // A stored file must never run as part of the application, whatever type its author gave it.
  if (runnableTypes.test(kept.get('content-type') ?? '')) kept.set('content-type', 'application/octet-stream');
  return kept;
}
