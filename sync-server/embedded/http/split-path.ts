import { badRequest } from '../couch-error.ts';

/**
 * Decoded parts of a request path. Reserved ids become one part whether their slash came encoded or not:
 * `/db/_design/x` and `/db/_design%2Fx` are the same document.
 */
export function splitRequestPath(pathname: string): string[] {
  const raw = pathname.split('/').slice(1);
  if (raw.at(-1) === '') raw.pop();
  const parts = raw.map(decodePart);
  const [database, second, third] = parts;
  if (database !== undefined && third !== undefined && (second === '_design' || second === '_local')) {
    return [database, `${second}/${third}`, ...parts.slice(3)];
  }
  return parts;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest('Invalid percent encoding');
  }
}
