/** One request that says more or less about its body than it sends. */
export interface SmugglingCase {
  readonly name: string;
  /** Header lines after those of the session, with their line ends. */
  readonly lines: string;
  /** What follows the empty line. */
  readonly body: string;
  /** The client goes away after the last byte. */
  readonly isCut?: boolean;
}

/** Looks like a request of its own to a server that lost count. */
const HIDDEN = 'GET /_all_dbs HTTP/1.1\r\nHost: x\r\n\r\n';
const length = (body: string): string => `Content-Length: ${String(body.length)}\r\n`;
const chunked = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const TE = 'Transfer-Encoding: chunked\r\n';

export const SMUGGLED_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT'];

/** Everything tried with every method; the reasons are in RFC 9112, sections 6 and 7. */
export const SMUGGLING_CASES: readonly SmugglingCase[] = [
  { name: 'a length and no body', lines: 'Content-Length: 5\r\n', body: '' },
  { name: 'a length and its body', lines: length(HIDDEN), body: HIDDEN },
  {
    name: 'a length longer than its body, then gone',
    lines: 'Content-Length: 500\r\n',
    body: '{"docs":[',
    isCut: true,
  },
  { name: 'a length shorter than its body', lines: 'Content-Length: 2\r\n', body: `{}${HIDDEN}` },
  { name: 'chunks', lines: TE, body: chunked(HIDDEN) },
  { name: 'chunks that never end, then gone', lines: TE, body: 'fff\r\n{"docs":[', isCut: true },
  { name: 'a chunk size that is none', lines: TE, body: `0x5\r\nhello\r\n0\r\n\r\n` },
  { name: 'chunks with trailers', lines: TE, body: `2\r\n{}\r\n0\r\nContent-Length: 50\r\n\r\n` },
  { name: 'both length and chunks', lines: `${length(HIDDEN)}${TE}`, body: `0\r\n\r\n${HIDDEN}` },
  { name: 'both chunks and length', lines: `${TE}Content-Length: 5\r\n`, body: `0\r\n\r\n${HIDDEN}` },
  { name: 'two lengths', lines: `Content-Length: 2\r\n${length(`{}${HIDDEN}`)}`, body: `{}${HIDDEN}` },
  { name: 'the same length twice', lines: 'Content-Length: 2\r\nContent-Length: 2\r\n', body: '{}' },
  { name: 'a list of lengths', lines: 'Content-Length: 2, 2\r\n', body: '{}' },
  { name: 'a signed length', lines: 'Content-Length: +2\r\n', body: '{}' },
  { name: 'chunks twice', lines: `${TE}${TE}`, body: chunked(HIDDEN) },
  { name: 'chunks and another coding', lines: 'Transfer-Encoding: gzip, chunked\r\n', body: chunked(HIDDEN) },
  { name: 'a coding that is none', lines: 'Transfer-Encoding: xchunked\r\n', body: chunked(HIDDEN) },
  { name: 'identity coding', lines: `Transfer-Encoding: identity\r\n${length(HIDDEN)}`, body: HIDDEN },
  { name: 'a space before the colon', lines: 'Transfer-Encoding : chunked\r\n', body: chunked(HIDDEN) },
  { name: 'a folded header', lines: 'Transfer-Encoding:\r\n chunked\r\n', body: chunked(HIDDEN) },
  { name: 'a folded length', lines: 'X-A: 1\r\n Content-Length: 5\r\n', body: '' },
  { name: 'bare line feeds', lines: 'X-A: 1\nContent-Length: 5\n', body: '' },
  { name: 'a length named hop by hop', lines: 'Connection: content-length\r\nContent-Length: 5\r\n', body: '' },
  { name: 'expecting to go on', lines: `Expect: 100-continue\r\n${length(HIDDEN)}`, body: HIDDEN },
  { name: 'expecting something else', lines: `Expect: 200-ok\r\n${length(HIDDEN)}`, body: HIDDEN },
  { name: 'an upgrade', lines: 'Connection: upgrade\r\nUpgrade: websocket\r\n', body: HIDDEN },
  { name: 'an upgrade to HTTP/2', lines: 'Connection: upgrade, http2-settings\r\nUpgrade: h2c\r\n', body: HIDDEN },
  { name: 'two hosts', lines: 'Host: evil.example\r\n', body: '' },
];
