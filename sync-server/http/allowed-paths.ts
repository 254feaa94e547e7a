/** What a path below `/couch` asks for. */
export type Resource = 'database' | 'document' | 'attachment' | '_changes' | '_all_docs' | '_bulk_docs';

/** A request to CouchDB that the front lets through. */
export interface AllowedPath {
  readonly database: string;
  readonly resource: Resource;
  /** Path to send on: what was understood, and nothing else. */
  readonly path: string;
}

/** A map: names come from outside, and `__proto__` is one of every object. */
const METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['_changes', ['GET', 'POST']],
  ['_all_docs', ['POST']],
  ['_bulk_docs', ['POST']],
]);
/** Receipts are asked for by id alone. */
const WITHOUT_FEED = ['_changes'];

/**
 * Reads a path below `/couch`; `undefined` for everything that exchange and receipts do not need. No path leads to design
 * documents or `_local` documents, however it is written.
 */
export function readAllowedPath(method: string, path: string): AllowedPath | undefined {
  const match = /^\/([a-z][a-z0-9_-]{0,100})(?:\/([^/]*))?(?:\/([^/]+))?$/.exec(path);
  if (match === null) return undefined;
  const [, database = '', first = '', second] = match;
  const verb = method === 'HEAD' ? 'GET' : method;
  const isOfReceipts = database.startsWith('receipts-');
  if (first.startsWith('_')) {
    const isOpen = second === undefined && METHODS.get(first)?.includes(verb) === true;
    if (!isOpen || (isOfReceipts && WITHOUT_FEED.includes(first))) return undefined;
    return { database, resource: first as Resource, path: `/${database}/${first}` };
  }
  if (verb !== 'GET') return undefined;
  if (first === '') return second === undefined ? { database, resource: 'database', path: `/${database}` } : undefined;
  const id = readId(first);
  if (id === undefined) return undefined;
  if (second === undefined) return { database, resource: 'document', path: `/${database}/${id}` };
  const name = isOfReceipts ? readId(second) : undefined;
  return name === undefined ? undefined : { database, resource: 'attachment', path: `/${database}/${id}/${name}` };
}

/** A part of a path decoded and written again in the one way; `undefined` for what names nothing of ours. */
function readId(part: string): string | undefined {
  try {
    const id = decodeURIComponent(part);
    return /^[A-Za-z0-9][A-Za-z0-9:.-]{0,99}$/.test(id) ? encodeURIComponent(id) : undefined;
  } catch {
    return undefined;
  }
}
