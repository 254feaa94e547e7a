import type { IncomingMessage } from 'node:http';

/** Headers of which two would mean two different requests to two readers. */
const ONLY_ONCE = ['host', 'content-length', 'transfer-encoding'];

/**
 * Why a request's framing is refused, before anything of it goes anywhere; `undefined` for a sound one.
 * Node's own parser refuses what contradicts itself; here goes what is legal and means nothing to us, because
 * two programs in a row may understand it differently (RFC 9112, sections 6 and 11).
 */
export function findFramingFault(request: IncomingMessage): string | undefined {
  const { headers, rawHeaders, method = '', httpVersion, url = '' } = request;
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  if (ONLY_ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name))) return 'a header came twice';
  if (!url.startsWith('/')) return 'the address is not a path';
  if (headers.upgrade !== undefined) return 'no other protocol is spoken here';
  const { 'transfer-encoding': coding, 'content-length': length } = headers;
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || httpVersion !== '1.1' || length !== undefined)) {
    return 'the body is framed in a way not offered';
  }
  if (length !== undefined && !/^\d{1,15}$/.test(length)) return 'the length is no number';
  const hasBody = coding !== undefined || Number(length ?? 0) > 0;
  if (hasBody && (method === 'GET' || method === 'HEAD')) return `a ${method} has no body`;
  return undefined;
}
